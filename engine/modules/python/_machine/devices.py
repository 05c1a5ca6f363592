# SPDX-License-Identifier: MIT
# machine.WDT, DAC, Counter, Encoder. https://docs.micropython.org/en/v1.27.0/library/machine.WDT.html and its neighbours
import _host
from _machine.pin import Pin, as_pin


class WDT:
    def __init__(self, id=0, timeout=5000):
        if id != 0:
            raise ValueError("WDT(%s) doesn't exist" % id)
        if timeout < 1:
            raise ValueError("WDT timeout too short")
        _host.wdt_start(timeout)

    def feed(self):
        _host.wdt_feed()


class DAC:
    def __init__(self, pin):
        self._pin = pin = as_pin(pin)
        for number in range(10):
            name = "dac%d" % number
            if _host.has_controller(name) and _host.default_pin(name, "out") == pin._id:
                _host.dac_open(pin._id, name)
                return
        raise ValueError("invalid pin for DAC")

    def write(self, value):
        if not 0 <= value <= 255:
            raise ValueError("value out of range")
        _host.dac_write(self._pin._id, value)

    def deinit(self):
        _host.dac_close(self._pin._id)


class Counter:
    RISING = 1
    FALLING = 2
    UP = 1
    DOWN = 0

    def __init__(self, id, src=None, **settings):
        self._id = id
        self._counter = None
        self._src = None
        if src is not None:
            self.init(src, **settings)

    def init(self, src, *, edge=RISING, direction=UP, filter_ns=0):
        if direction not in (Counter.UP, Counter.DOWN):
            raise NotImplementedError("Counter: a direction pin")
        self.deinit()
        self._src = as_pin(src)
        self._counter = _host.counter_open(self._src._id, edge, direction, filter_ns)

    def deinit(self):
        if self._counter is not None:
            _host.device_close(self._counter)
            self._counter = None

    def value(self, value=None):
        now = _host.counter_value(self._counter)
        if value is not None:
            _host.counter_set(self._counter, value)
        return now

    def __repr__(self):
        return "Counter(%s, src=%s)" % (self._id, self._src)


class Encoder:
    def __init__(self, id, phase_a=None, phase_b=None, **settings):
        self._id = id
        self._encoder = None
        if phase_a is not None:
            self.init(phase_a, phase_b, **settings)

    def init(self, phase_a, phase_b, *, filter_ns=0, phases=1):
        if phases not in (1, 2, 4):
            raise ValueError("invalid phases: %s" % phases)
        if filter_ns:
            raise NotImplementedError("Encoder: filter_ns")
        self.deinit()
        self._encoder = _host.encoder_open(as_pin(phase_a)._id, as_pin(phase_b)._id, phases)

    def deinit(self):
        if self._encoder is not None:
            _host.device_close(self._encoder)
            self._encoder = None

    def value(self, value=None):
        now = _host.encoder_value(self._encoder)
        if value is not None:
            _host.encoder_set(self._encoder, value)
        return now

    def __repr__(self):
        return "Encoder(%s)" % self._id


# There is no memory map behind it.
class Memory:
    def __init__(self, name):
        self._name = name

    def __getitem__(self, address):
        raise NotImplementedError("machine.%s: this board has no memory map" % self._name)

    def __setitem__(self, address, value):
        raise NotImplementedError("machine.%s: this board has no memory map" % self._name)
