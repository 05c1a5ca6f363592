# SPDX-License-Identifier: MIT
#
# 7 · Yield from: how coroutines were written before await, and still run on the same loop.
#
# `yield from` hands everything on to another generator, as await does to another coroutine.
# Watch the "Event loop" pane: the old style and the new one stand side by side, and the chain
# of the old one is shown down to where it sleeps.

import asyncio
from machine import Pin


def halves(total):
    yield total // 2
    yield total - total // 2
    return "both halves of {}".format(total)


def pieces(totals):
    for total in totals:
        what = yield from halves(total)        # its yields are ours; its return value is the result
        print("pieces:", what)


print(list(pieces([7, 10])))


def old_style(name, pin):
    led = Pin(pin, Pin.OUT)
    for n in range(3):
        led.toggle()
        yield from asyncio.sleep_ms(600)       # waits on the event loop
        print(name, n)
    led.off()


async def new_style(name, pin):
    led = Pin(pin, Pin.OUT)
    for n in range(3):
        led.toggle()
        await asyncio.sleep_ms(800)
        print(name, n)
    led.off()


async def main():
    await asyncio.gather(old_style("old", 16), new_style("new", 17))


asyncio.run(main())
