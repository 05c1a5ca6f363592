# boards: raspberry-pi-pico sensor-board traffic-light
# Additions in a loop: microseconds a round as published for a million of them (github.com/shaoziyang/micropython_benchmarks).
import sys
import time

PUBLISHED = {"rp2": 7.984, "esp32": 3.376}
ROUNDS = 5000


def add(given):
    for i in range(given[0]):
        total = given[1] + given[2]


start = time.ticks_us()
add([ROUNDS, 1234, 5678])
taken = time.ticks_diff(time.ticks_us(), start) / ROUNDS
ratio = taken / PUBLISHED[sys.platform]
print("as published, within 20 %" if 0.8 < ratio < 1.2 else "{:.3f} us a round, {:.2f} of what is published".format(taken, ratio))
