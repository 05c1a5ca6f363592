# SPDX-License-Identifier: MIT
# Relay: switches a lamp. Its contact needs ten milliseconds to close, which other tasks use.
import asyncio
from machine import Pin

relay = Pin(0, Pin.OUT, value=0)


async def main():
    for _ in range(3):
        relay.on()
        await asyncio.sleep_ms(400)
        relay.off()
        await asyncio.sleep_ms(200)
    print("switched three times")


asyncio.run(main())
