# SPDX-License-Identifier: MIT
# GPS: where are we, and how fast?
import asyncio
from machine import UART, Pin

uart = UART(0, 9600, tx=Pin(0), rx=Pin(1))


def degrees(text, hemisphere):
    point = text.index(".") - 2
    value = int(text[:point]) + float(text[point:]) / 60
    return -value if hemisphere in "SW" else value


async def main():
    reader = asyncio.StreamReader(uart)
    fixes = 0
    while fixes < 2:
        line = (await reader.readline()).decode().strip()
        if line.startswith("$GPRMC"):
            fields = line.split(",")
            if fields[2] == "A":
                fixes += 1
                print("%.3f %.3f" % (degrees(fields[3], fields[4]), degrees(fields[5], fields[6])), "at", fields[1][:6])
            else:
                print("no fix yet")


asyncio.run(main())
