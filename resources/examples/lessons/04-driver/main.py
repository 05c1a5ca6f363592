# SPDX-License-Identifier: MIT
#
# 4 · A driver of your own: twelve lines that do what an event loop does.
#
# There is no asyncio here. `pause` yields how long it wants to sleep; the driver keeps a list
# of (when, coroutine), picks the earliest, waits, and resumes it with send(None).
# Watch the "Event loop" pane: it lists one program only, for this driver is a loop inside it.

import time
from machine import Pin


class Pause:
    def __init__(self, ms):
        self.ms = ms

    def __iter__(self):
        yield self.ms                          # goes all the way up to whoever drives

    __await__ = __iter__


async def blink(name, pin, pause, times):
    led = Pin(pin, Pin.OUT)
    for n in range(times):
        led.toggle()
        print(name, n)
        await Pause(pause)
    led.off()


def drive(coroutines):
    waiting = [(0, number, each) for number, each in enumerate(coroutines)]
    now = 0
    while waiting:
        waiting.sort()
        when, number, coroutine = waiting.pop(0)
        time.sleep_ms(when - now)
        now = when
        try:
            ms = coroutine.send(None)          # resumes it until its next await
            waiting.append((now + ms, number, coroutine))
        except StopIteration:
            print("one has finished at", now)


drive([blink("red", 16, 500, 4), blink("green", 17, 800, 3)])
