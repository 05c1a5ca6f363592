# SPDX-License-Identifier: MIT
# machine.Counter, machine.Encoder. https://docs.micropython.org/en/v1.27.0/library/machine.Counter.html, machine.Encoder.html
import _host
from _machine.buffers import closed
from _machine.pin import UNSET, Pin, as_pin

# By the engine's number.
_open = {}


class _PositionIRQ:
    def __init__(self, owner):
        self._owner = owner
        self._handler = None
        self._trigger = 0
        self._hard = False
        self._flags = 0

    def flags(self):
        return self._flags

    # The match is told again.
    def trigger(self, trigger=None):
        before = self._trigger
        if trigger is not None:
            self._trigger = trigger
            _host.position_arm(self._owner._opened())
        return before


# What both count with.
class _Position:
    IRQ_INDEX = 1
    IRQ_MATCH = 2
    IRQ_ROLL_OVER = 4
    IRQ_ROLL_UNDER = 8
    IRQ_HOME = 16

    def __init__(self, id, *pins, **settings):
        if type(id) is not int or not 0 <= id < _units():
            raise ValueError("%s(%s) doesn't exist: 0 to %d" % (self._kind, id, _units() - 1))
        self._id = id
        self._number = None
        self._irq = _PositionIRQ(self)
        if pins or settings:
            self.init(*pins, **settings)

    def _range(self, min, max, match, index, home, match_pin):
        if match_pin is not None:
            raise NotImplementedError("match_pin")
        if min > max or (min or max) and max - min < 2:
            raise ValueError("invalid range: %s to %s" % (min, max))
        return min, max, match is not None, match or 0, _number(index), _number(home)

    # One unit, one owner: opening it again takes it over.
    def _close_unit(self):
        for other in list(_open.values()):
            if other._kind == self._kind and other._id == self._id:
                other.deinit()

    def _take(self, number):
        self._number = number
        _open[number] = self

    def _opened(self):
        if self._number is None:
            closed("%s(%s)" % (self._kind, self._id))
        return self._number

    def deinit(self):
        if self._number is not None:
            _open.pop(self._number, None)
            _host.device_close(self._number)
            self._number = None

    def value(self, value=None):
        now = _host.position_value(self._opened())
        if value is not None:
            _host.position_set(self._opened(), value)
        return now

    def cycles(self, value=None):
        now = _host.position_cycles(self._opened())
        if value is not None:
            _host.position_set_cycles(self._opened(), value)
        return now

    # Without arguments it changes nothing.
    def irq(self, trigger=0, handler=UNSET, hard=False):
        irq = self._irq
        if handler is not UNSET or trigger:
            if trigger & ~31:
                raise ValueError("invalid trigger: %s" % trigger)
            number = self._opened()
            irq._handler = None if handler is UNSET else handler
            irq._trigger = trigger
            irq._hard = bool(hard)
            _host.position_arm(number)
        return irq


class Counter(_Position):
    _kind = "Counter"
    _src = None

    RISING = 1
    FALLING = 2
    UP = 1
    DOWN = 0

    # A pin as direction: low counts up, high down.
    def init(self, src, *, edge=RISING, direction=UP, filter_ns=0, min=0, max=0, index=None, home=None, match=None, match_pin=None):
        settings = self._range(min, max, match, index, home, match_pin)
        reverse = direction if isinstance(direction, Pin) else None
        if edge not in (1, 2, 3) or reverse is None and direction not in (0, 1):
            raise ValueError("invalid edge or direction")
        self._close_unit()
        self._src = as_pin(src)
        self._take(_host.counter_open(self._src._id, edge, 1 if reverse else direction, _number(reverse), filter_ns, *settings))

    def __repr__(self):
        return "Counter(%s, src=%s)" % (self._id, self._src) if self._src else "Counter(%s)" % self._id


class Encoder(_Position):
    _kind = "Encoder"

    def init(self, phase_a, phase_b, *, filter_ns=0, phases=1, min=0, max=0, index=None, home=None, match=None, match_pin=None):
        settings = self._range(min, max, match, index, home, match_pin)
        if phases not in (1, 2, 4):
            raise ValueError("invalid phases: %s" % phases)
        self._close_unit()
        self._take(_host.encoder_open(as_pin(phase_a)._id, as_pin(phase_b)._id, phases, filter_ns, *settings))

    def __repr__(self):
        return "Encoder(%s)" % self._id


# ESP32: eight counting units, four in the S3 (ESP32-S3 Technical Reference Manual, "Pulse Count Controller"). Other chips here have as many.
def _units():
    return 4 if "S3" in _host.machine_name() else 8


def _number(pin):
    return -1 if pin is None else as_pin(pin)._id


# 32 times the number of the counter, and the event.
def run(number, interrupt):
    owner = _open.get(number >> 5)
    event = number & 31
    if owner and owner._irq._handler and owner._irq._trigger & event:
        owner._irq._flags = event
        interrupt(owner._irq._handler, owner, owner._irq._hard)
