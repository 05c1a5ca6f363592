# SPDX-License-Identifier: MIT
# machine: the board's hardware. https://docs.micropython.org/en/v1.27.0/library/machine.html
# What is not here raises AttributeError by its name; `coroboard-cli modules` lists every call.
import _coroboard as _host
from micropython import heap_lock as _heap_lock, heap_unlock as _heap_unlock

_pin_number = _host.pin_number
_pin_read = _host.pin_read
_pin_write = _host.pin_write
_pin_configure = _host.pin_configure

PWRON_RESET = 1
HARD_RESET = 2
WDT_RESET = 3
DEEPSLEEP_RESET = 4
SOFT_RESET = 5

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
        _host.pin_interrupt(self._id, trigger if handler else 0)
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


# A hard interrupt's handler must do without the heap.
def _interrupt(handler, argument, hard):
    if not hard:
        handler(argument)
        return
    _heap_lock()
    try:
        handler(argument)
    finally:
        _heap_unlock()


def _run_pin(number):
    irq = _irqs.get(number)
    if irq and irq._handler:
        _interrupt(irq._handler, irq._pin, irq._hard)


class ADC:
    CORE_TEMP = 4

    def __init__(self, id, *, sample_ns=0, atten=0):
        self._id = _host.adc_open(id._id, 1) if isinstance(id, Pin) else _host.adc_open(id, 0)
        if self._id < 0:
            raise ValueError("Pin doesn't have ADC capabilities" if isinstance(id, Pin) else "unknown ADC channel: %s" % id)

    def init(self, *, sample_ns=0, atten=0):
        pass

    def read_u16(self):
        return _host.adc_read_u16(self._id)

    def read_uv(self):
        return _host.adc_read_uv(self._id)

    def __repr__(self):
        return "<ADC channel=%d>" % self._id


class PWM:
    def __init__(self, dest, *, freq=None, duty_u16=None, duty_ns=None, invert=None):
        self._pin = dest if isinstance(dest, Pin) else Pin(dest)
        self._id = self._pin._id
        if not _host.pwm_open(self._id):
            raise ValueError("this pin has no PWM")
        self.init(freq=freq, duty_u16=duty_u16, duty_ns=duty_ns, invert=invert)

    def init(self, *, freq=None, duty_u16=None, duty_ns=None, invert=None):
        if invert is not None:
            _host.pwm_invert(self._id, bool(invert))
        if freq is not None:
            self.freq(freq)
        if duty_u16 is not None:
            self.duty_u16(duty_u16)
        if duty_ns is not None:
            self.duty_ns(duty_ns)

    def deinit(self):
        _host.pwm_stop(self._id)

    def _check(self, error):
        if error:
            raise ValueError(error)

    def freq(self, value=None):
        if value is None:
            return _host.pwm_freq(self._id)
        self._check(_host.pwm_set_freq(self._id, int(value)))

    def duty_u16(self, value=None):
        if value is None:
            return _host.pwm_duty_u16(self._id)
        self._check(_host.pwm_set_duty_u16(self._id, int(value)))

    def duty_ns(self, value=None):
        if value is None:
            return _host.pwm_duty_ns(self._id)
        self._check(_host.pwm_set_duty_ns(self._id, int(value)))

    def __repr__(self):
        return "<PWM pin=%d freq=%d duty_u16=%d>" % (self._id, self.freq(), self.duty_u16())


_timers = {}


class Timer:
    ONE_SHOT = 0
    PERIODIC = 1

    def __init__(self, id=-1, *args, mode=PERIODIC, freq=-1, period=-1, callback=None, hard=False):
        if id != -1:
            raise ValueError("Timer doesn't exist")
        self._timer = _host.timer_new()
        self._callback = None
        if args or freq != -1 or period != -1 or callback is not None:
            self.init(mode=mode, freq=freq, period=period, callback=callback, hard=hard)

    def init(self, *, mode=PERIODIC, freq=-1, period=-1, callback=None, hard=False):
        if mode not in (0, 1):
            raise ValueError("invalid mode: %s" % mode)
        if freq != -1 and freq <= 0:
            raise ValueError("invalid freq: %s" % freq)
        if freq == -1 and period < 0:
            raise ValueError("period or freq is needed")
        self._callback = callback
        self._hard = hard
        _timers[self._timer] = self
        _host.timer_start(self._timer, mode, freq if freq != -1 else -1, period)

    def deinit(self):
        _host.timer_stop(self._timer)
        _timers.pop(self._timer, None)


def _run_timer(number):
    timer = _timers.get(number)
    if timer:
        if timer._callback:
            _interrupt(timer._callback, timer, timer._hard)


def disable_irq():
    return _host.interrupts(0)


def enable_irq(state=True):
    _host.interrupts(1 if state else 0)


def idle():
    if _host.sleep_us(0):
        raise KeyboardInterrupt


def freq(hz=None):
    if hz is None:
        return _host.chip_frequency()
    raise NotImplementedError("machine.freq: the clock cannot be changed")


def unique_id():
    return bytes(_host.chip_id(i) for i in range(8))


def reset():
    _host.reset(0)


def soft_reset():
    _host.reset(1)


def reset_cause():
    return _host.reset_cause()
