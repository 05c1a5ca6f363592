# boards: raspberry-pi-pico
# An I2C transfer of 50 ms on a bus without answer: hard handlers run meanwhile, soft ones after it.
from machine import I2C, Pin, Timer
import time

i2c = I2C(0, freq=10000)
hard_at = bytearray(1)
when = [0, 0]


def hard(timer):
    when[0] = time.ticks_ms()


def soft(timer):
    when[1] = time.ticks_ms()


start = time.ticks_ms()
Timer(period=20, mode=Timer.ONE_SHOT, callback=hard, hard=True)
Timer(period=20, mode=Timer.ONE_SHOT, callback=soft)
addresses = i2c.scan()
end = time.ticks_ms()
print(addresses, time.ticks_diff(when[0], start), time.ticks_diff(when[1], start) >= 20, time.ticks_diff(end, start) > 100)
