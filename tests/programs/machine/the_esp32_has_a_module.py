# boards: esp32-devkit
import esp32
import machine
import time
from machine import Pin

if machine.reset_cause() == machine.DEEPSLEEP_RESET:
    print("woken", machine.wake_reason() == machine.EXT0_WAKE)
    raise SystemExit
print(60 < esp32.raw_temperature() < 100, hasattr(esp32, "mcu_temperature"))

# A level on a pin ends a light sleep at once, another level does not.
pin = Pin(33, Pin.IN, Pin.PULL_UP)
for level in (esp32.WAKEUP_ANY_HIGH, esp32.WAKEUP_ALL_LOW):
    esp32.wake_on_ext0(pin, level)
    start = time.ticks_ms()
    machine.lightsleep(20)
    print(time.ticks_diff(time.ticks_ms(), start))
esp32.wake_on_ext1((pin, Pin(32)), esp32.WAKEUP_ANY_HIGH)
esp32.wake_on_ext0(None)
try:
    esp32.wake_on_ext1((pin, Pin(32)), esp32.WAKEUP_ALL_LOW)
except NotImplementedError as error:
    print(error)

# Idle until something happens, a millisecond at most.
start = time.ticks_us()
machine.idle()
print(900 < time.ticks_diff(time.ticks_us(), start) < 1200)
pin.irq(lambda p: print("edge"), Pin.IRQ_FALLING)
esp32.wake_on_ext0(pin, esp32.WAKEUP_ANY_HIGH)
machine.deepsleep(1000)
