# SPDX-License-Identifier: MIT
# machine.Pin, machine.Signal. https://docs.micropython.org/en/v1.27.0/library/machine.Pin.html
# The constants of the class are its port's; the engine's are the RP2's: modes 0 in, 1 out, 2 open drain, 3 alternate, 4 analog; pulls 1 up,
# 2 down; triggers 1 low, 2 high, 4 falling, 8 rising.
import _host
from _platform import name as _port

_pin_number = _host.pin_number
_pin_read = _host.pin_read
_pin_write = _host.pin_write
_pin_configure = _host.pin_configure

_pins = {}
_irqs = {}
UNSET = object()


class _PinIRQ:
    def __init__(self, pin):
        self._pin = pin
        self._handler = None
        self._trigger = 0
        self._hard = False

    def flags(self):
        flags = _host.pin_flags(self._pin._id)
        return _TRIGGERS[flags] if _TRIGGERS else flags

    def trigger(self, trigger=None):
        before = self._trigger
        if trigger is not None:
            self._pin.irq(self._handler, trigger, hard=self._hard)
        return before

    def __call__(self):
        if self._handler:
            self._handler(self._pin)


# Pin.board.LED, Pin.cpu.GPIO25: the pins by name.
class _NamedPins:
    def __getattr__(self, name):
        if _pin_number(name) < 0:
            raise AttributeError(name)
        return Pin(name)


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
    IRQ_LOW_LEVEL = 1
    IRQ_HIGH_LEVEL = 2
    DRIVE_0 = 0
    DRIVE_1 = 1
    DRIVE_2 = 2
    DRIVE_3 = 3
    board = _NamedPins()
    cpu = board

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
            pin._drive = _DRIVE
            _pins[number] = pin
        return pin

    def __init__(self, id, mode=-1, pull=-1, *, value=None, drive=None, alt=None, hold=None):
        if mode != -1 or pull != -1 or value is not None or drive is not None or hold is not None:
            self.init(mode, pull, value=value, drive=drive, alt=alt, hold=hold)

    def init(self, mode=-1, pull=-1, *, value=None, drive=None, alt=None, hold=None):
        if mode is None:
            mode = -1
        if mode not in _MODES:
            raise ValueError("invalid pin mode: %s" % mode)
        if pull not in _PULLS:
            raise ValueError("invalid pull: %s" % pull)
        if hold is not None:
            _host.pin_hold(self._id, False)
        if value is not None:
            _pin_write(self._id, bool(value))
        elif mode == Pin.OPEN_DRAIN and self._mode != mode:
            _pin_write(self._id, True)
        if drive is not None:
            self.drive(drive)
        if mode != -1:
            self._mode = mode
        if pull != -1:
            self._pull = pull
        if _MODES[self._mode] == 3:
            self._alternate(alt)
        else:
            _pin_configure(self._id, _MODES[self._mode], _PULLS[self._pull])
        if hold:
            _host.pin_hold(self._id, True)

    # Gives the pin to a peripheral; until that drives it, it floats.
    def _alternate(self, alt):
        kind = _ALTERNATES.get(alt)
        if kind is None or not _host.pin_alternate(self._id, kind):
            raise ValueError("invalid pin af: %s" % alt)

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
        if drive is None:
            return self._drive
        if not 0 <= drive < len(_OHMS):
            raise ValueError("invalid drive: %s" % drive)
        self._drive = drive
        _host.pin_drive(self._id, _OHMS[drive])

    # `wake` names the sleeps that the trigger ends, machine.SLEEP and DEEPSLEEP.
    # Without arguments it changes nothing.
    def irq(self, handler=UNSET, trigger=None, *, priority=1, wake=None, hard=False):
        irq = _irqs.get(self._id)
        if irq is None:
            irq = _irqs[self._id] = _PinIRQ(self)
        if handler is UNSET:
            if trigger is None and wake is None:
                return irq
            handler = None
        if trigger is None:
            trigger = Pin.IRQ_RISING | Pin.IRQ_FALLING
        flags = _trigger_flags(trigger)
        if not 1 <= priority <= 7:
            raise ValueError("invalid priority: %s" % priority)
        irq._handler = handler
        irq._trigger = trigger
        irq._hard = hard
        _host.pin_interrupt(self._id, flags if handler else 0, bool(hard))
        _host.pin_wakes(self._id, flags, wake or 0)
        return irq

    def __repr__(self):
        return "Pin(%s, %s)" % (_host.pin_name(self._id), _host.pin_function(self._id))


# A drive strength's resistance. RP2040 data sheet 5.5.3: 2, 4, 8 and 12 mA, 4 mA being usual.
_MODES = {-1: -1, 0: 0, 1: 1, 2: 2, 3: 3, 4: 4}
_PULLS = {-1: 0, None: 0, 0: 0, 1: 1, 2: 2}
_TRIGGERS = None
_OHMS = (80, 40, 20, 13)
_DRIVE = 1
_ALTERNATES = {}

if _port == "rp2":
    Pin.ALT_SPI = 1
    Pin.ALT_UART = 2
    Pin.ALT_I2C = 3
    Pin.ALT_PWM = 4
    _ALTERNATES = {1: "spi", 2: "uart", 3: "i2c", 4: "pwm"}
elif _port == "esp32":
    # docs/esp32/quickref: 5, 10, 20 and 40 mA; WAKE_LOW and WAKE_HIGH are not flags.
    Pin.IN = 1
    Pin.OUT = 3
    Pin.OPEN_DRAIN = 7
    Pin.PULL_DOWN = 1
    Pin.PULL_UP = 2
    Pin.IRQ_RISING = 1
    Pin.IRQ_FALLING = 2
    Pin.WAKE_LOW = Pin.IRQ_LOW_LEVEL = 4
    Pin.WAKE_HIGH = Pin.IRQ_HIGH_LEVEL = 5
    _MODES = {-1: -1, 1: 0, 3: 1, 7: 2}
    _PULLS = {-1: 0, None: 0, 0: 0, 1: 2, 2: 1}
    _TRIGGERS = {0: 0, 8: 1, 4: 2, 12: 3, 1: 4, 2: 5}
    _OHMS = (130, 60, 30, 15)
    _DRIVE = 2


def _trigger_flags(trigger):
    if _TRIGGERS:
        for flags, own in _TRIGGERS.items():
            if own == trigger:
                return flags
    elif not trigger & ~15:
        return trigger
    raise ValueError("invalid trigger: %s" % trigger)


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
