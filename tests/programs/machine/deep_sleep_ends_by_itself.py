# exit: 0
import machine
import sys
from machine import Pin, RTC

if machine.reset_cause() == machine.DEEPSLEEP_RESET:
    print("woken")
    sys.exit()
button = Pin(14, Pin.IN, Pin.PULL_UP)
button.irq(lambda pin: None, Pin.IRQ_FALLING, wake=machine.DEEPSLEEP)
print("good night")
machine.deepsleep(10000)
