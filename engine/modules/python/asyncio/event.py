# SPDX-License-Identifier: MIT
from . import core
import _coroboard as _host

_park = _host.task_park
_wake_all = _host.task_wake_all
_raise_flag = _host.task_raise_flag
_lower_flag = _host.task_lower_flag


class Event:
    def __init__(self):
        self.state = False
        self.waiting = _host.task_new_queue()

    def is_set(self):
        return self.state

    def set(self):
        if not self.state:
            _wake_all(self.waiting)
            self.state = True

    def clear(self):
        self.state = False

    # async
    def wait(self):
        if not self.state:
            _park(self.waiting, 2)
            yield
        return True


# The one thing an interrupt handler may set. One task may wait for it; waiting clears it. A task that waits becomes ready when the loop
# next looks, as with MicroPython's poll: not if the flag was cleared or taken by then.
class ThreadSafeFlag:
    def __init__(self):
        self.state = 0
        self.waiting = _host.task_new_queue()

    def set(self):
        self.state = 1
        _raise_flag(self.waiting)

    def clear(self):
        self.state = 0
        _lower_flag(self.waiting)

    async def wait(self):
        if not self.state:
            _host.task_wake_sources(1)
            try:
                await _Parked(self.waiting)
            finally:
                _host.task_wake_sources(-1)
        self.state = 0
        _lower_flag(self.waiting)


class _Parked:
    def __init__(self, queue):
        self.queue = queue

    def __await__(self):
        _park(self.queue, 10)
        yield

    __iter__ = __await__
