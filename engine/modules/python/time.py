# SPDX-License-Identifier: MIT
# time, in the board's virtual time. https://docs.micropython.org/en/v1.27.0/library/time.html
# ticks_us() and sleep_us() are true to the microsecond; code takes the time its bytecodes take on the board's chip.
import _coroboard as _host
import utime as _builtin

ticks_ms = _host.ticks_ms
ticks_us = _host.ticks_us
ticks_cpu = _host.ticks_cpu
ticks_diff = _builtin.ticks_diff
ticks_add = _builtin.ticks_add

_sleep_us = _host.sleep_us
_sleep_ms = _host.sleep_ms
_sleep_s = _host.sleep_s
_seconds = _host.time_s
_nanoseconds = _host.time_ns_parts

mktime = _builtin.mktime


def localtime(secs=None):
    return gmtime(time() if secs is None else secs)


def gmtime(secs=None):
    return _builtin.gmtime(time() if secs is None else secs)


def time():
    return _seconds()


def time_ns():
    high, low = _nanoseconds(0), _nanoseconds(1)
    return high * 1000000000 + low


def sleep(seconds):
    if _sleep_s(seconds):
        raise KeyboardInterrupt


def sleep_ms(ms):
    if _sleep_ms(ms):
        raise KeyboardInterrupt


def sleep_us(us):
    if _sleep_us(us):
        raise KeyboardInterrupt
