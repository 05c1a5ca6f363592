from machine import Pin
import machine, time

pin = Pin(4, Pin.IN, Pin.PULL_DOWN)
if machine.reset_cause() == machine.DEEPSLEEP_RESET:
    print("woken by the pin:", machine.wake_reason() == machine.PIN_WAKE)
    raise SystemExit


def sleep():
    start = time.ticks_ms()
    machine.lightsleep(50)
    print(time.ticks_diff(time.ticks_ms(), start), machine.wake_reason() == machine.PIN_WAKE)


# A level that was set to end a sleep does so with or without a handler, at once when it is there.
pin.irq(trigger=Pin.IRQ_HIGH_LEVEL, wake=machine.SLEEP)
sleep()
pin.init(Pin.IN, Pin.PULL_UP)
sleep()
# What ends a deep sleep does not end a light one; a timer does.
pin.irq(trigger=Pin.IRQ_HIGH_LEVEL, wake=machine.DEEPSLEEP)
timer = machine.Timer(period=7, mode=machine.Timer.ONE_SHOT, callback=lambda t: None)
sleep()
machine.deepsleep(1000)
