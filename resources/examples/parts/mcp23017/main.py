# SPDX-License-Identifier: MIT
# MCP23017: sixteen more pins. A button on port A interrupts, LEDs on port B answer: red while nothing happens, green when it was pressed.
import asyncio
from machine import I2C, Pin

ADDRESS = 0x20
IODIRB, GPINTENA, GPPUA, GPIOA, GPIOB = 0x01, 0x04, 0x0C, 0x12, 0x13

i2c = I2C(0, freq=400_000)
interrupt = Pin(6, Pin.IN)
pressed = asyncio.ThreadSafeFlag()


def write(register, value):
    i2c.writeto_mem(ADDRESS, register, bytes((value,)))


async def answer():
    while True:
        await pressed.wait()
        await asyncio.sleep_ms(20)  # the contact bounces
        up = i2c.readfrom_mem(ADDRESS, GPIOA, 1)[0] & 1  # reading the port ends the interrupt
        write(GPIOB, 0b01 if up else 0b10)
        print("button", "up" if up else "down")


async def main():
    write(IODIRB, 0xFC)
    write(GPPUA, 0x01)
    write(GPINTENA, 0x01)
    write(GPIOB, 0b01)
    interrupt.irq(lambda pin: pressed.set(), Pin.IRQ_FALLING)
    try:
        await asyncio.wait_for(answer(), 3)
    except asyncio.TimeoutError:
        print("three seconds are over")


asyncio.run(main())
