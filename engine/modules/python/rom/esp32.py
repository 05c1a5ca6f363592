# SPDX-License-Identifier: MIT
# What only the ESP32 has. https://docs.micropython.org/en/v1.27.0/library/esp32.html
# Not here: Partition, RMT, PCNT, ULP, NVS, wake_on_touch, gpio_deep_sleep_hold, idf_heap_info.
import sys

if sys.platform != "esp32":
    raise ImportError("no module named 'esp32'")

import _host
from _machine.pin import as_pin
from machine import DEEPSLEEP, SLEEP

WAKEUP_ALL_LOW = False
WAKEUP_ANY_HIGH = True

_ext0 = []
_ext1 = []


# The pins of the low-power domain. ESP32 data sheet, table "RTC_MUX pin summary"; ESP32-S3 data sheet, "RTC functions".
_RTC_PINS = tuple(range(22)) if "S3" in _host.machine_name() else (0, 2, 4, 12, 13, 14, 15, 25, 26, 27, 32, 33, 34, 35, 36, 37, 38, 39)


def _wake(watched, pins, level):
    pins = [as_pin(pin) for pin in pins]
    for pin in pins:
        if pin._id not in _RTC_PINS:
            raise ValueError("invalid pin: %d is none of the RTC pins %s" % (pin._id, ", ".join(str(n) for n in _RTC_PINS)))
    for pin in watched:
        _host.pin_wakes(pin._id, 0, 0)
    watched.clear()
    watched.extend(pins)
    for pin in pins:
        _host.pin_wakes(pin._id, 2 if level else 1, SLEEP | DEEPSLEEP)


def wake_on_ext0(pin=None, level=WAKEUP_ANY_HIGH):
    _wake(_ext0, () if pin is None else (pin,), level)


def wake_on_ext1(pins=None, level=WAKEUP_ALL_LOW):
    pins = pins or ()
    if len(pins) > 1 and not level:
        raise NotImplementedError("esp32.wake_on_ext1: WAKEUP_ALL_LOW of several pins")
    _wake(_ext1, pins, level)


# In degrees Fahrenheit, as its sensor counts; of the board, without the chip's own heat.
if "S3" in _host.machine_name():

    def mcu_temperature():
        return round(_host.board_celsius())

else:

    def raw_temperature():
        return round(_host.board_celsius() * 9 / 5 + 32)
