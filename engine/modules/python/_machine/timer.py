# SPDX-License-Identifier: MIT
# machine.Timer. https://docs.micropython.org/en/v1.27.0/library/machine.Timer.html
import _host

_timers = {}


class Timer:
    ONE_SHOT = 0
    PERIODIC = 1

    def __init__(self, id=-1, *args, mode=PERIODIC, freq=-1, period=-1, callback=None, hard=False):
        if id != -1 and (_host.platform() == "rp2" or not 0 <= id < 16):
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
        # Whole numbers reach the engine with 32 bits.
        _host.timer_start(self._timer, mode, freq, period if period < 2147483648 else float(period), bool(hard))

    def deinit(self):
        _host.timer_stop(self._timer)
        _timers.pop(self._timer, None)


def run(number, interrupt):
    timer = _timers.get(number)
    if timer and timer._callback:
        interrupt(timer._callback, timer, timer._hard)
