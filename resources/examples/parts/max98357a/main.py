# SPDX-License-Identifier: MIT
# Loudspeaker on I2S: three notes from a table of one sine wave, while another task goes on.
import asyncio
import math
from struct import pack_into
from machine import I2S, Pin

RATE = 16000
sound = I2S(0, sck=Pin(10), ws=Pin(11), sd=Pin(9), mode=I2S.TX, bits=16, format=I2S.MONO, rate=RATE, ibuf=4000)
speaker = asyncio.StreamWriter(sound)
wave = [int(8000 * math.sin(2 * math.pi * i / 64)) for i in range(64)]


async def note(name, frequency, milliseconds):
    print(name)
    samples = bytearray(2 * 320)
    place = 0
    for _ in range(RATE * milliseconds // 1000 // 320):
        for i in range(320):
            pack_into("<h", samples, 2 * i, wave[int(place) & 63])
            place += 64 * frequency / RATE
        speaker.out_buf = samples           # StreamWriter.write() would wait for the first block on the spot
        await speaker.drain()


async def tick():
    for second in range(3):
        print("tick", second)
        await asyncio.sleep(0.2)


async def main():
    ticking = asyncio.create_task(tick())
    for name, frequency in (("A", 440), ("C sharp", 554), ("E", 659)):
        await note(name, frequency, 200)
    await ticking


asyncio.run(main())
