# SPDX-License-Identifier: MIT
# Keypad: one row at a time is driven low, the columns say which keys are down.
import asyncio
from machine import Pin

KEYS = ("123A", "456B", "789C", "*0#D")
rows = [Pin(n, Pin.OPEN_DRAIN, value=1) for n in (2, 3, 4, 5)]
columns = [Pin(n, Pin.IN, Pin.PULL_UP) for n in (6, 7, 8, 9)]


async def pressed():
    found = ""
    for row, keys in zip(rows, KEYS):
        row.off()
        await asyncio.sleep_ms(1)
        for column, key in zip(columns, keys):
            if not column.value():
                found += key
        row.on()
    return found


async def main():
    for _ in range(3):
        print("pressed:", await pressed() or "nothing")
        await asyncio.sleep_ms(50)


asyncio.run(main())
