# SPDX-License-Identifier: MIT
# machine.Pin, machine.Signal. https://docs.micropython.org/en/v1.27.0/library/machine.Pin.html
import _coroboard as _host

_pin_number = _host.pin_number
_pin_read = _host.pin_read
_pin_write = _host.pin_write
_pin_configure = _host.pin_configure

_pins = {}
_irqs = {}


class _PinIRQ:
    def __init__(self, pin):
        self._pin = pin
        self._handler = None
        self._trigger = 0
        self._hard = False

    def flags(self):
        return _host.pin_flags(self._pin._id)

    def trigger(self):
        return self._trigger

    def __call__(self):
        if self._handler:
            self._handler(self._pin)


class Pin:
    IN = 0
    OUT = 1
    OPEN_DRAIN = 2
    ALT = 3
    ANALOG = 4
    PULL_UP = 1
    PULL_DOWN = 2
    IRQ_RISING = 8
    IRQ_FALLING = 4
    DRIVE_0 = 0
    DRIVE_1 = 1
    DRIVE_2 = 2
    DRIVE_3 = 3

    # One object a pin, as on the board: Pin(5) is Pin(5).
    def __new__(cls, id, *args, **kwargs):
        if isinstance(id, Pin):
            number = id._id
        else:
            number = _pin_number(id)
            if number < 0:
                raise ValueError("invalid pin" if not isinstance(id, str) else "unknown named pin \"%s\"" % id)
        pin = _pins.get(number)
        if pin is None or type(pin) is not cls:
            pin = object.__new__(cls)
            pin._id = number
            pin._mode = -1
            pin._pull = None
            _pins[number] = pin
        return pin

    def __init__(self, id, mode=-1, pull=-1, *, value=None, drive=None, alt=None):
        if mode != -1 or pull != -1 or value is not None:
            self.init(mode, pull, value=value, drive=drive, alt=alt)

    def init(self, mode=-1, pull=-1, *, value=None, drive=None, alt=None):
        if mode is None:
            mode = -1
        if mode not in (-1, 0, 1, 2, 4):
            raise ValueError("invalid pin mode: %s" % mode)
        if pull is not None and pull not in (-1, 1, 2):
            raise ValueError("invalid pull: %s" % pull)
        if value is not None:
            _pin_write(self._id, bool(value))
        elif mode == Pin.OPEN_DRAIN and self._mode != mode:
            _pin_write(self._id, True)
        if mode != -1:
            self._mode = mode
        if pull != -1:
            self._pull = pull
        _pin_configure(self._id, self._mode, self._pull or 0)

    def value(self, x=None):
        if x is None:
            return _pin_read(self._id)
        _pin_write(self._id, bool(x))

    __call__ = value

    def on(self):
        _pin_write(self._id, True)

    def off(self):
        _pin_write(self._id, False)

    high = on
    low = off

    def toggle(self):
        _host.pin_toggle(self._id)

    def mode(self, mode=None):
        if mode is None:
            return self._mode
        self.init(mode)

    def pull(self, pull=-1):
        if pull == -1:
            return self._pull
        self.init(pull=pull)

    def drive(self, drive=None):
        raise NotImplementedError("Pin.drive")

    def irq(self, handler=None, trigger=12, *, priority=1, wake=None, hard=False):
        irq = _irqs.get(self._id)
        if irq is None:
            irq = _irqs[self._id] = _PinIRQ(self)
        if trigger & ~12:
            raise ValueError("invalid trigger: level triggers are not supported")
        irq._handler = handler
        irq._trigger = trigger
        irq._hard = hard
        _host.pin_interrupt(self._id, trigger if handler else 0, bool(hard))
        _host.pin_wakes(self._id, bool(wake))
        return irq

    def __repr__(self):
        return "Pin(%s, %s)" % (_host.pin_name(self._id), _host.pin_function(self._id))

    class board:
        pass


class Signal:
    def __init__(self, pin, *args, invert=False, **kwargs):
        self._pin = pin if isinstance(pin, Pin) else Pin(pin, *args, **kwargs)
        self._invert = bool(invert)

    def value(self, x=None):
        if x is None:
            return self._pin.value() ^ self._invert
        self._pin.value(bool(x) ^ self._invert)

    __call__ = value

    def on(self):
        self._pin.value(not self._invert)

    def off(self):
        self._pin.value(self._invert)


# The pin somebody passed: a Pin, a number or a name. With a controller's name and signal, one that can carry it.
def as_pin(pin, controller=None, signal=None):
    if not isinstance(pin, Pin):
        if pin == -1:
            raise ValueError("%s has no usual pin here: pass %s" % (controller, signal))
        pin = Pin(pin)
    if controller and not _host.pin_carries(pin._id, controller, signal):
        raise ValueError("bad %s pin" % signal.upper())
    return pin


def run(number, interrupt):
    irq = _irqs.get(number)
    if irq and irq._handler:
        interrupt(irq._handler, irq._pin, irq._hard)
