# SPDX-License-Identifier: MIT
# A servo: fifty pulses a second, and the length of a pulse says where the arm goes. It takes its time to get there.
import asyncio
from machine import PWM, Pin

servo = PWM(Pin(0), freq=50)


def angle(degrees):
    servo.duty_ns(500_000 + degrees * 2_000_000 // 180)


async def main():
    for degrees in (0, 180, 45, 135, 90):
        angle(degrees)
        print("to", degrees)
        await asyncio.sleep_ms(500)
    servo.deinit()


asyncio.run(main())
