# SPDX-License-Identifier: MIT
# PCA9685: sixteen PWM outputs on two wires. Two servos move side by side, each in a task of its own, and a light fades.
import asyncio
from machine import I2C

ADDRESS = 0x40
i2c = I2C(0, freq=400_000)


def write(register, *values):
    i2c.writeto_mem(ADDRESS, register, bytes(values))


def output(number, width):
    write(0x06 + 4 * number, 0, 0, width & 255, width >> 8)


def microseconds(number, width):
    output(number, width * 4096 // 20_000)


async def swing(number, angles, pause):
    for angle in angles:
        microseconds(number, 500 + angle * 2000 // 180)
        await asyncio.sleep_ms(pause)


async def fade():
    for width in range(0, 4096, 64):
        output(15, width)
        await asyncio.sleep_ms(20)


async def main():
    print("found at", [hex(address) for address in i2c.scan()])
    write(0xFE, 121)  # 50 Hz, while it still sleeps
    write(0x00, 0x21)  # awake, addresses go on by themselves
    await asyncio.sleep_ms(1)
    await asyncio.gather(swing(0, (20, 160, 90), 500), swing(1, (150, 40, 120, 60, 90), 300), fade())
    print("at rest")


asyncio.run(main())
