# SPDX-License-Identifier: MIT
from . import core
import _coroboard as _host

_park = _host.task_park
_hold = _host.task_hold_lock
_hand_over = _host.task_release_lock


class Lock:
    def __init__(self):
        # 0 = free, 1 = held, a Task = handed over to that task, which has not run yet
        self.state = 0
        self.waiting = _host.task_new_queue()

    def locked(self):
        return self.state == 1

    def release(self):
        if self.state != 1:
            raise RuntimeError("Lock not acquired")
        slot = _hand_over(self.waiting)
        self.state = core._task(slot) if slot >= 0 else 0

    # async
    def acquire(self):
        if self.state != 0:
            _park(self.waiting, 4)
            try:
                yield
            except core.CancelledError as er:
                if self.state is core._current_or_none():
                    # Handed over and cancelled before it could run: the next one's turn.
                    self.state = 1
                    self.release()
                raise er
        self.state = 1
        _hold(self.waiting)
        return True

    async def __aenter__(self):
        return await self.acquire()

    async def __aexit__(self, exc_type, exc, tb):
        return self.release()
