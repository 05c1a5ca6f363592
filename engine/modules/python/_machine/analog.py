# SPDX-License-Identifier: MIT
# machine.ADC, machine.PWM. https://docs.micropython.org/en/v1.27.0/library/machine.ADC.html, machine.PWM.html
import _coroboard as _host
from _machine.pin import Pin


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
