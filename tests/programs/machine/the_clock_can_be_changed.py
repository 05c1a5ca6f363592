import machine
import time


def work():
    start = time.ticks_us()
    for _ in range(1000):
        pass
    return time.ticks_diff(time.ticks_us(), start)


slow = work()
machine.freq(machine.freq() * 2)
fast = work()
print(machine.freq(), 1.9 < slow / fast < 2.1)
for what in (lambda: machine.mem32[0], lambda: machine.bootloader()):
    try:
        what()
    except NotImplementedError as error:
        print(error)
