# SPDX-License-Identifier: MIT
#
# A robot arm that learns: turn the dials and the joints follow; what they did in the last ten seconds is remembered.
# Press the button (or the space bar): the task that follows the dials is cancelled and the arm plays what it was shown.
#
# Arm and gripper are servos, which find their angle by themselves. The base is a plain motor: its encoder says how far it has turned, and
# `steer` drives it there, fast when it is far away and slowly when it is near.

import asyncio
from machine import ADC, PWM, Pin

PERIOD = 40                                    # ms between two positions
REMEMBERED = 10_000 // PERIOD


class ServoJoint:
    def __init__(self, pin):
        self.pwm = PWM(Pin(pin), freq=50)
        self.go(0.5)

    def go(self, share):
        """To a share of the way, 0 to 1, as a pulse of 1 to 2 ms."""
        self.pwm.duty_ns(1_000_000 + int(1_000_000 * share))


class MotorJoint:
    """A quarter turn to either side, counted by the encoder."""
    STEPS = 180                                # of the encoder, a turn

    def __init__(self, forward, backward, a, b):
        self.forward = PWM(Pin(forward), freq=20_000, duty_u16=0)
        self.backward = PWM(Pin(backward), freq=20_000, duty_u16=0)
        self.b = Pin(b, Pin.IN)
        self.count = self.target = 0
        Pin(a, Pin.IN).irq(self.stepped, Pin.IRQ_RISING)

    def stepped(self, pin):
        self.count += -1 if self.b.value() else 1

    def go(self, share):
        self.target = round(self.STEPS * (share - 0.5) / 2)

    def drive(self, power):
        self.forward.duty_u16(int(65535 * max(0, min(1, power))))
        self.backward.duty_u16(int(65535 * max(0, min(1, -power))))

    async def steer(self):
        while True:
            away = self.target - self.count
            power = (0.08 if away > 0 else -0.08) + away / 60      # below 0.06 friction holds it
            self.drive(power if abs(away) > 1 else 0)
            await asyncio.sleep_ms(10)


base = MotorJoint(8, 9, 10, 11)
joints = base, ServoJoint(3), ServoJoint(4)
dials = ADC(0), ADC(1), ADC(2)
button = Pin(15, Pin.IN, Pin.PULL_UP)
shown = []


def move(positions):
    for joint, share in zip(joints, positions):
        joint.go(share)


async def follow():
    """The joints do what the dials say, 25 times a second."""
    while True:
        shown.append([dial.read_u16() / 65535 for dial in dials])
        del shown[:-REMEMBERED]
        move(shown[-1])
        await asyncio.sleep_ms(PERIOD)


async def play():
    for positions in shown:
        move(positions)
        await asyncio.sleep_ms(PERIOD)


async def press():
    while button.value():
        await asyncio.sleep_ms(10)
    await asyncio.sleep_ms(30)
    while not button.value():
        await asyncio.sleep_ms(10)


async def main():
    asyncio.create_task(base.steer())
    print("turn the dials, then press the button")
    while True:
        following = asyncio.create_task(follow())
        await press()
        following.cancel()
        print("the base stands at", 360 * base.count // base.STEPS, "degrees; playing", len(shown), "positions")
        await play()


asyncio.run(main())
