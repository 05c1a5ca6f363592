# SPDX-License-Identifier: MIT
# machine.WDT, DAC, mem8 and its like. https://docs.micropython.org/en/v1.27.0/library/machine.WDT.html and its neighbours
import _host
from _machine.pin import as_pin


class WDT:
    def __init__(self, id=0, timeout=5000):
        if id != 0:
            raise ValueError("WDT(%s) doesn't exist" % id)
        if timeout < 1:
            raise ValueError("WDT timeout too short")
        _host.wdt_start(timeout)

    def feed(self):
        _host.wdt_feed()


# The pins whose converter is on: one of two objects of a pin may turn it off.
_converting = set()


class DAC:
    def __init__(self, pin):
        self._pin = pin = as_pin(pin)
        for number in range(10):
            name = "dac%d" % number
            if _host.has_controller(name) and _host.default_pin(name, "out") == pin._id:
                _host.dac_open(pin._id, name)
                _converting.add(pin._id)
                return
        raise ValueError("invalid pin for DAC")

    def write(self, value):
        if not 0 <= value <= 255:
            raise ValueError("value out of range: %s, 0 to 255" % value)
        if self._pin._id not in _converting:
            raise OSError(9, "the DAC of %s is closed" % self._pin)
        _host.dac_write(self._pin._id, value)

    def deinit(self):
        _converting.discard(self._pin._id)
        _host.dac_close(self._pin._id)


# There is no memory map behind it.
class Memory:
    def __init__(self, name):
        self._name = name

    def __getitem__(self, address):
        raise NotImplementedError("machine.%s: this board has no memory map" % self._name)

    def __setitem__(self, address, value):
        raise NotImplementedError("machine.%s: this board has no memory map" % self._name)
