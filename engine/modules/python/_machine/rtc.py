# SPDX-License-Identifier: MIT
# machine.RTC. https://docs.micropython.org/en/v1.27.0/library/machine.RTC.html
from uctypes import addressof
import _host
import time as _time
from _machine.buffers import size
from _machine.timer import Timer


class _RTCIRQ:
    def __init__(self, handler):
        self._handler = handler

    def flags(self):
        return RTC.ALARM0

    def trigger(self):
        return RTC.ALARM0

    def __call__(self):
        if self._handler:
            self._handler(RTC())


# Of an alarm in milliseconds, as the 32-bit ports have it.
_LONGEST = 2147483647


# A date's seconds since 1970.
def _seconds_of(date):
    year, month, day, hour, minute, second = date
    if 1970 <= year <= 2037 and 1 <= month <= 12 and 1 <= day <= 31 and 0 <= hour < 24 and 0 <= minute < 60 and 0 <= second < 60:
        seconds = _time.mktime(date + (0, 0))
        # The 31st of a shorter month would be another day.
        if _time.gmtime(seconds)[2] == day:
            return seconds
    raise ValueError("invalid date: %s-%s-%s %s:%s:%s, 1970 to 2037" % date)


# The clock in milliseconds.
def _now():
    return _time.time_ns() // 1000000


class RTC:
    ALARM0 = 0

    def __init__(self, id=0, *, datetime=None):
        if id != 0:
            raise ValueError("RTC(%s) doesn't exist" % id)
        if datetime is not None:
            self.init(datetime)

    # (year, month, day, hour, minute, second, microsecond, tzinfo)
    def init(self, datetime=(2021, 1, 1, 0, 0, 0, 0, None)):
        year, month, day, hour, minute, second = (tuple(datetime) + (0,) * 6)[:6]
        self._set(year, month, day, hour, minute, second, datetime[6] if len(datetime) > 6 else 0)

    def deinit(self):
        self.init()

    # (year, month, day, weekday, hours, minutes, seconds, subseconds); subseconds are microseconds.
    def datetime(self, value=None):
        if value is None:
            year, month, day, hour, minute, second, weekday, _ = _time.localtime()
            return (year, month, day, weekday, hour, minute, second, _host.rtc_microseconds())
        if len(value) != 8:
            raise ValueError("requested length 8 but object has length %d" % len(value))
        year, month, day, _, hour, minute, second, micro = value
        self._set(year, month, day, hour, minute, second, micro)

    def now(self):
        year, month, day, hour, minute, second = _time.localtime()[:6]
        return (year, month, day, hour, minute, second, _host.rtc_microseconds(), None)

    def _set(self, year, month, day, hour, minute, second, micro):
        seconds = _seconds_of((year, month, day, hour, minute, second))
        micro = micro or 0
        if not 0 <= micro < 1000000:
            raise ValueError("invalid microseconds: %s, 0 to 999999" % micro)
        before = _now()
        _host.rtc_set(seconds, micro)
        _alarm._clock_changed(_now() - before)

    # Bytes that outlive resets and deep sleep.
    def memory(self, data=None):
        if data is None:
            kept = bytearray(_host.rtc_memory_size())
            if kept:
                _host.rtc_memory_read(addressof(kept))
            return bytes(kept)
        count = size(data)
        if count > 2048:
            raise ValueError("buffer too long")
        _host.rtc_memory_write(addressof(data) if count else 0, count)

    # The alarm: in so many milliseconds, for ever with `repeat`, or at a date, as init() takes it.
    def alarm(self, id=0, time=0, *, repeat=False):
        self._check_alarm(id)
        if isinstance(time, (tuple, list)):
            if repeat:
                raise ValueError("only an alarm in milliseconds repeats")
            due = _seconds_of((tuple(time) + (0,) * 6)[:6]) * 1000
            if due < _now():
                raise ValueError("time already passed")
            _alarm._start_at(due)
            return
        if time < (1 if repeat else 0):
            raise ValueError("time already passed")
        if time > _LONGEST:
            raise ValueError("time too long: %s ms, at most %d" % (time, _LONGEST))
        _alarm._start_in(time, repeat)

    def alarm_left(self, alarm_id=0):
        self._check_alarm(alarm_id)
        return _alarm._left()

    def alarm_cancel(self, alarm_id=0):
        self._check_alarm(alarm_id)
        _alarm._stop()

    cancel = alarm_cancel

    # `wake` names the sleeps that the alarm ends.
    def irq(self, *, trigger=ALARM0, handler=None, wake=1):
        self._check_alarm(trigger)
        _alarm._handler = handler
        _alarm._wake = wake
        return _RTCIRQ(handler)

    def _check_alarm(self, id):
        if id != RTC.ALARM0:
            raise ValueError("invalid alarm: %s" % id)


# The one alarm of the clock: a timer of the chip. One in so many milliseconds does not care when the clock is set, one at a date does.
class _Alarm:
    def __init__(self):
        self._timer = None
        self._handler = None
        self._wake = 1
        self._due = None
        self._period = 0
        self._at_date = False

    def _start_in(self, milliseconds, repeat):
        self._due = _now() + milliseconds
        self._period = milliseconds if repeat else 0
        self._at_date = False
        self._arm(milliseconds)

    def _start_at(self, due):
        self._due = due
        self._period = 0
        self._at_date = True
        self._arm(self._left())

    def _arm(self, milliseconds):
        if self._timer is None:
            self._timer = Timer()
        self._timer.init(mode=Timer.PERIODIC if self._period else Timer.ONE_SHOT, period=milliseconds, callback=self._rang)

    # A date that the clock has jumped over rings at once.
    def _clock_changed(self, difference):
        if self._due is None:
            return
        if self._at_date:
            self._arm(self._left())
        else:
            self._due += difference

    def _rang(self, timer):
        self._due = self._due + self._period if self._period else None
        if self._handler:
            self._handler(RTC())

    def _left(self):
        return 0 if self._due is None else max(0, self._due - _now())

    def _stop(self):
        if self._timer is not None:
            self._timer.deinit()
        self._due = None


_alarm = _Alarm()


# How long a deep sleep may last: until the alarm if that ends it.
def until_alarm(time_ms, sleep):
    left = _alarm._left()
    if _alarm._due is not None and _alarm._wake & sleep and (time_ms < 0 or left < time_ms):
        return left
    return time_ms
