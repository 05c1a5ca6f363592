# boards: raspberry-pi-pico raspberry-pi-pico-w sensor-board esp32-devkit
# A data logger's round, as large as one of pystone: 17 calls of Python functions and about 500 bytecodes, half of them on globals, attributes
# and lists. Rounds a second as MicroPython publishes them for misc_pystone (commits 79edaddf50, 549448e8bb).
import sys
import time

PUBLISHED = {"rp2": 1456.75, "esp32": 1801.87}
ROUNDS = 100
GAINS = [15, 16, 18, 17]
OFFSETS = [3, -2, 0, 5]
KEPT = 8

seed = 17
kept = [0] * KEPT
place = 0
alarm = "quiet"
alarms = 0
journal = [None] * 8


class Sample:
    def __init__(self, channel, raw, value):
        self.channel = channel
        self.raw = raw
        self.value = value

    def is_steep(self, before):
        step = self.value - before
        return step > 400 or step < -400


def drawn():
    global seed
    seed = (seed * 41 + 11) % 1009
    return seed


def calibrated(raw, channel):
    return raw * GAINS[channel] // 16 + OFFSETS[channel]


def keep(value):
    global place
    kept[place] = value
    place = (place + 1) % KEPT


def mean_of_kept():
    total = 0
    for at in range(KEPT):
        total += kept[at]
    return total // KEPT


def middle_of_last():
    """The middle one of the last three."""
    a, b, c = kept[place - 1], kept[place - 2], kept[place - 3]
    if a > b:
        a, b = b, a
    return b if b < c else a if a > c else c


def judged(level, usual):
    global alarm, alarms
    if alarm == "quiet" and level > usual + 200:
        alarm = "high"
        alarms += 1
    elif alarm == "quiet" and level < usual - 200:
        alarm = "low"
        alarms += 1
    elif usual - 100 < level < usual + 100:
        alarm = "quiet"
    return alarm


def work(rounds):
    steep = 0
    for _ in range(rounds):
        before = kept[place - 1]
        for channel in range(4):
            raw = drawn()
            value = calibrated(raw, channel)
            keep(value)
        sample = Sample(channel, raw, value)
        if sample.is_steep(before):
            steep += 1
        judged(middle_of_last(), mean_of_kept())
        journal[place % len(journal)] = sample
    return steep


start = time.ticks_us()
work(ROUNDS)
rounds = ROUNDS * 1e6 / time.ticks_diff(time.ticks_us(), start)
ratio = rounds / PUBLISHED.get(sys.platform, 1)
print("as published, within 20 %" if 0.8 < ratio < 1.2 else "rounds a second: {:.0f}, {:.2f} of what is published".format(rounds, ratio))
