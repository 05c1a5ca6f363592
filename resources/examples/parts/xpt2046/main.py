# SPDX-License-Identifier: MIT
# XPT2046: where a finger is on a touch screen of 240 x 320, as soon as it is there.
import asyncio
from machine import SPI, Pin

spi = SPI(0, 1_000_000)
select = Pin(17, Pin.OUT, value=1)
touch = Pin(20, Pin.IN)  # low while somebody touches
answer = bytearray(3)


def read(command):
    select.off()
    spi.write_readinto(bytes((command, 0, 0)), answer)
    select.on()
    return (answer[1] << 8 | answer[2]) >> 3


# The screen's edges lie at 200 and 3900.
def place(raw, size):
    return (raw - 200) * size // 3700


async def main():
    while touch.value():
        await asyncio.sleep_ms(10)
    x, y = place(read(0xD0), 240), place(read(0x90), 320)
    print("a finger near (60, 240):", abs(x - 60) < 2 and abs(y - 240) < 2)


asyncio.run(main())
