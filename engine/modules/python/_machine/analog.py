# SPDX-License-Identifier: MIT
# machine.ADC, ADCBlock, PWM. https://docs.micropython.org/en/v1.27.0/library/machine.ADC.html, machine.ADCBlock.html, machine.PWM.html;
# what only the ESP32 has: docs/esp32/quickref.
import _host
from _machine.pin import Pin
from _platform import name as _port


class ADC:
    def __init__(self, id, *, sample_ns=0, atten=None):
        self._id = _host.adc_open(id._id, 1) if isinstance(id, Pin) else _host.adc_open(id, 0)
        if self._id < 0:
            raise ValueError("Pin doesn't have ADC capabilities" if isinstance(id, Pin) else "unknown ADC channel: %s" % id)
        self.init(atten=atten)

    def init(self, *, sample_ns=0, atten=None):
        if atten is not None:
            raise TypeError("atten: this port's ADC has no attenuator")

    def deinit(self):
        pass

    def read_u16(self):
        return _host.adc_read_u16(self._id)

    def read_uv(self):
        return _host.adc_read_uv(self._id)

    def __repr__(self):
        return "<ADC channel=%d>" % self._id


if _port == "rp2":
    ADC.CORE_TEMP = 4


# Pins by channel of the two converters; the reading's first millivolt and its span at each attenuation. ESP32: Espressif's calibration at a
# reference of 1.1 V (ESP-IDF, "ADC calibration"). ESP32-S3 data sheet, table "ADC characteristics".
_PINS = {1: (36, 37, 38, 39, 32, 33, 34, 35), 2: (4, 0, 2, 15, 13, 12, 14, 27, 25, 26)}
_PINS_S3 = {1: (1, 2, 3, 4, 5, 6, 7, 8, 9, 10), 2: (11, 12, 13, 14, 15, 16, 17, 18, 19, 20)}
_RANGES = ((75, 964), (78, 1280), (107, 1770), (142, 3300))
_RANGES_S3 = ((0, 950), (0, 1250), (0, 1750), (0, 3100))

# By unit: its bits. By channel: its attenuation, which stays until another is asked for.
_bits = {}
_attenuations = {}


def _is_s3():
    return "S3" in _host.machine_name()


def _units():
    return _PINS_S3 if _is_s3() else _PINS


class ADCBlock:
    def __init__(self, id, *, bits=-1):
        if id not in _units():
            raise ValueError("invalid block id")
        self._unit = id
        self.init(bits=bits)

    # One resolution for all channels of the block.
    def init(self, *, bits=-1):
        if bits == -1:
            bits = _bits.get(self._unit, 12)
        if not 9 <= bits <= 12 or (bits != 12 and _is_s3()):
            raise ValueError("invalid bits")
        _bits[self._unit] = bits
        for channel in _units()[self._unit]:
            if channel in _attenuations:
                _host.adc_bits(channel, bits)

    def connect(self, channel, pin=None, **settings):
        pins = _units()[self._unit]
        if isinstance(channel, Pin):
            pin = channel
        elif not 0 <= channel < len(pins) or (pin is not None and pins[channel] != pin._id):
            raise ValueError("no matching ADC")
        elif pin is None:
            pin = Pin(pins[channel])
        if pin._id not in pins:
            raise ValueError("no matching ADC")
        return ADC(pin, **settings)

    def __repr__(self):
        return "ADCBlock(%d, bits=%d)" % (self._unit, _bits[self._unit])


class _AttenuatedADC(ADC):
    ATTN_0DB = 0
    ATTN_2_5DB = 1
    ATTN_6DB = 2
    ATTN_11DB = 3
    WIDTH_9BIT = 9
    WIDTH_10BIT = 10
    WIDTH_11BIT = 11
    WIDTH_12BIT = 12

    def init(self, *, sample_ns=0, atten=None):
        if atten is None:
            atten = _attenuations.get(self._id, 0)
        if not 0 <= atten <= 3:
            raise ValueError("invalid atten")
        _attenuations[self._id] = atten
        first, span = (_RANGES_S3 if _is_s3() else _RANGES)[atten]
        _host.adc_range(self._id, first, span)
        self.block()

    def atten(self, atten):
        self.init(atten=atten)

    def width(self, bits):
        self.block().init(bits=bits)

    def block(self):
        for unit, pins in _units().items():
            if self._id in pins:
                return ADCBlock(unit)

    def read(self):
        return _host.adc_read(self._id)

    # In whole millivolts.
    def read_uv(self):
        return (_host.adc_read_uv(self._id) + 500) // 1000 * 1000

    def __repr__(self):
        return "ADC(Pin(%d), atten=%d)" % (self._id, _attenuations[self._id])


if _port == "esp32":
    ADC = _AttenuatedADC


# Integers reach the engine with 32 bits.
_LARGEST = 2147483647


class PWM:
    def __init__(self, dest, **settings):
        self._pin = dest if isinstance(dest, Pin) else Pin(dest)
        self._id = self._pin._id
        if not _host.pwm_open(self._id):
            raise ValueError("this pin has no PWM")
        self.init(**settings)

    def init(self, *, freq=None, duty_u16=None, duty_ns=None, duty=None, invert=None):
        if (duty_u16 is not None) + (duty_ns is not None) + (duty is not None) > 1:
            raise ValueError("only one of duty, duty_u16 and duty_ns")
        if invert is not None:
            _host.pwm_invert(self._id, bool(invert))
        if freq is not None:
            self.freq(freq)
        if duty is not None:
            self.duty(duty)
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
        self._check(_host.pwm_set_freq(self._id, min(int(value), _LARGEST)))

    def duty_u16(self, value=None):
        if value is None:
            return _host.pwm_duty_u16(self._id)
        self._check(_host.pwm_set_duty_u16(self._id, min(int(value), _LARGEST)))

    def duty_ns(self, value=None):
        if value is None:
            return _host.pwm_duty_ns(self._id)
        self._check(_host.pwm_set_duty_ns(self._id, min(int(value), _LARGEST)))

    # In parts of 1023. ESP32.
    def duty(self, value=None):
        if _port != "esp32":
            raise AttributeError("duty: this port has duty_u16 and duty_ns")
        if value is None:
            return (self.duty_u16() * 1023 + 32767) // 65535
        if not 0 <= value <= 1023:
            raise ValueError("duty must be between 0 and 1023")
        self.duty_u16((value * 65535 + 511) // 1023)

    def __repr__(self):
        return "<PWM pin=%d freq=%d duty_u16=%d>" % (self._id, self.freq(), self.duty_u16())


# The pins that have a channel, with the frequency of each. Those with the same frequency share a timer.
_channels = {}


# ESP32 Technical Reference Manual, "LED PWM Controller": 16 channels and 8 timers; the S3 has half of them.
class _LedPWM(PWM):
    def init(self, **settings):
        if self._id in _channels:
            super().init(**settings)
            return
        most = 8 if _is_s3() else 16
        if len(_channels) == most:
            raise RuntimeError("out of PWM channels:%d" % most)
        _channels[self._id] = 0
        settings.setdefault("freq", 5000)
        if not ("duty" in settings or "duty_u16" in settings or "duty_ns" in settings):
            settings["duty_u16"] = 32768
        try:
            super().init(**settings)
        except Exception:
            del _channels[self._id]
            raise

    def deinit(self):
        _channels.pop(self._id, None)
        super().deinit()

    def _need_channel(self):
        if self._id not in _channels:
            raise RuntimeError("PWM is inactive")

    def freq(self, value=None):
        self._need_channel()
        if value is None:
            return super().freq()
        if not 1 <= value <= 40000000:
            raise ValueError("frequency must be from 1Hz to 40MHz")
        taken = {hertz for pin, hertz in _channels.items() if pin != self._id and hertz}
        most = 4 if _is_s3() else 8
        if value not in taken and len(taken) == most:
            raise RuntimeError("out of PWM timers:%d" % most)
        super().freq(value)
        _channels[self._id] = value

    def duty_u16(self, value=None):
        self._need_channel()
        return super().duty_u16(value)

    def duty_ns(self, value=None):
        self._need_channel()
        return super().duty_ns(value)

    def __repr__(self):
        return super().__repr__() if self._id in _channels else "<PWM pin=%d inactive>" % self._id


if _port == "esp32":
    PWM = _LedPWM
