# SPDX-License-Identifier: MIT
#
# A robot arm that learns: turn the dials and the servos follow; what they did in the last ten seconds is remembered.
# Press the button (or the space bar): the task that follows the dials is cancelled and the arm plays what it was shown.

import asyncio
from machine import ADC, PWM, Pin

PERIOD = 40                                    # ms between two positions
REMEMBERED = 10_000 // PERIOD


class Joint:
    def __init__(self, pin, channel):
        self.servo = PWM(Pin(pin), freq=50, duty_ns=1_500_000)
        self.dial = ADC(channel)

    def wanted(self):
        """The dial, as a pulse of 1 to 2 ms, in microseconds."""
        return 1000 + self.dial.read_u16() * 1000 // 65535

    def go(self, microseconds):
        self.servo.duty_ns(microseconds * 1000)


joints = Joint(2, 0), Joint(3, 1), Joint(4, 2)
button = Pin(15, Pin.IN, Pin.PULL_UP)
shown = []


async def follow():
    """The servos do what the dials say, 25 times a second."""
    while True:
        shown.append([joint.wanted() for joint in joints])
        del shown[:-REMEMBERED]
        for joint, position in zip(joints, shown[-1]):
            joint.go(position)
        await asyncio.sleep_ms(PERIOD)


async def play():
    for positions in shown:
        for joint, position in zip(joints, positions):
            joint.go(position)
        await asyncio.sleep_ms(PERIOD)


async def press():
    while button.value():
        await asyncio.sleep_ms(10)
    await asyncio.sleep_ms(30)
    while not button.value():
        await asyncio.sleep_ms(10)


async def main():
    print("turn the dials, then press the button")
    while True:
        following = asyncio.create_task(follow())
        await press()
        following.cancel()
        print("playing", len(shown), "positions")
        await play()


asyncio.run(main())
