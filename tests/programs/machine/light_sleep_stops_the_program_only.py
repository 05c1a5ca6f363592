import machine
import time
from machine import Pin, Timer

ticks = [0]


def tick(timer):
    ticks[0] += 1


Timer(period=30, callback=tick)
start = time.ticks_ms()
machine.lightsleep(50)
print(time.ticks_diff(time.ticks_ms(), start), ticks[0])
