# SPDX-License-Identifier: MIT
# I2S microphone: the loudness of the room in decibels, from 24 bits in frames of 32.
import math
from array import array
from machine import I2S, Pin

sound = I2S(0, sck=Pin(10), ws=Pin(11), sd=Pin(9), mode=I2S.RX, bits=32, format=I2S.MONO, rate=16000, ibuf=8000)
samples = array("i", bytes(4 * 800))

for _ in range(3):
    sound.readinto(samples)
    squares = sum([(sample / 2**31) ** 2 for sample in samples]) / len(samples)
    decibels = 120 + 10 * math.log10(squares)           # -26 dB of full scale are 94 dB
    print("quiet" if decibels < 60 else "loud")
sound.deinit()
