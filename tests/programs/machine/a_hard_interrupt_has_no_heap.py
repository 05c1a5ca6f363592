import time
from machine import Pin, Timer

seen = bytearray(2)


def hard(timer):
    try:
        [1, 2, 3]
    except MemoryError:
        seen[0] = 1


def soft(timer):
    [1, 2, 3]
    seen[1] = 1


Timer(period=10, mode=Timer.ONE_SHOT, callback=hard, hard=True)
Timer(period=12, mode=Timer.ONE_SHOT, callback=soft)
time.sleep_ms(20)
print(seen[0], seen[1])
