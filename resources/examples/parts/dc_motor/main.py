# SPDX-License-Identifier: MIT
# A DC motor: PWM says how fast, two pins say which way, and an encoder on its shaft counts how far it has really come.
import asyncio
from machine import PWM, Pin

STEPS = 20  # of the encoder, a turn

forward = PWM(Pin(0), freq=20_000, duty_u16=0)
backward = PWM(Pin(1), freq=20_000, duty_u16=0)
a, b = Pin(2, Pin.IN), Pin(3, Pin.IN)
count = 0


def stepped(pin):
    global count
    count += -1 if b() else 1


def drive(share):
    forward.duty_u16(int(max(0, share) * 65535))
    backward.duty_u16(int(max(0, -share) * 65535))


async def main():
    a.irq(stepped, Pin.IRQ_RISING)
    for share in (1, 0.5, 0, -1, 0):
        before = count
        drive(share)
        await asyncio.sleep(1)
        print("%4d %%: %5.2f turns" % (share * 100, (count - before) / STEPS))


asyncio.run(main())
