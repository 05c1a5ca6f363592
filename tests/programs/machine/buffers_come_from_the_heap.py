# Rings of a peripheral take the room of the program; what the board does not have is refused.
import gc
from machine import I2S, Pin, UART

settings = dict(sck=Pin(10), ws=Pin(11), sd=Pin(9), mode=I2S.TX, bits=16, format=I2S.STEREO, rate=8000)
gc.collect()
before = gc.mem_free()
audio = I2S(0, ibuf=20000, **settings)
print(20000 <= before - gc.mem_free() < 24000)
audio.deinit()
gc.collect()
print(before - gc.mem_free() < 2000)
for ibuf in (300000, 2**30, 2**40):
    try:
        print(I2S(0, ibuf=ibuf, **settings))
    except (MemoryError, OverflowError) as error:
        print(type(error).__name__)
for sizes in (dict(rxbuf=300000), dict(txbuf=2**40)):
    try:
        print(UART(1, tx=8, rx=9, **sizes))
    except (MemoryError, OverflowError) as error:
        print(type(error).__name__)
