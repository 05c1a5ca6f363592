# SPDX-License-Identifier: MIT
# Tasks that wait for a stream (anything with ioctl/poll: sockets, UARTs, stdin, objects written in Python).
from . import core
import _coroboard as _host
import select


class IOQueue:
    def __init__(self):
        self.poller = select.poll()
        self.map = {}  # id(stream): [task waiting to read, task waiting to write, stream]

    def _enqueue(self, s, idx):
        if id(s) not in self.map:
            entry = [None, None, s]
            entry[idx] = core.current_task()
            self.map[id(s)] = entry
            self.poller.register(s, select.POLLIN if idx == 0 else select.POLLOUT)
        else:
            entry = self.map[id(s)]
            entry[idx] = core.current_task()
            self.poller.modify(s, select.POLLIN | select.POLLOUT)
        _host.task_stream_waiters(len(self.map))
        _host.task_park_forever(10)

    def _dequeue(self, s):
        del self.map[id(s)]
        self.poller.unregister(s)
        _host.task_stream_waiters(len(self.map))

    # async
    def queue_read(self, s):
        self._enqueue(s, 0)
        try:
            yield
        except BaseException as er:
            self.remove(core.current_task())
            raise er

    # async
    def queue_write(self, s):
        self._enqueue(s, 1)
        try:
            yield
        except BaseException as er:
            self.remove(core.current_task())
            raise er

    def remove(self, task):
        while True:
            found = None
            for q0, q1, s in self.map.values():
                if q0 is task or q1 is task:
                    found = s
                    break
            if found is None:
                return
            self._dequeue(found)

    def poll_now(self):
        for s, ev in self.poller.ipoll(0):
            entry = self.map[id(s)]
            if ev & ~select.POLLOUT and entry[0] is not None:
                core._make_ready(entry[0]._slot)
                entry[0] = None
            if ev & ~select.POLLIN and entry[1] is not None:
                core._make_ready(entry[1]._slot)
                entry[1] = None
            if entry[0] is None and entry[1] is None:
                self._dequeue(s)
            elif entry[0] is None:
                self.poller.modify(s, select.POLLOUT)
            else:
                self.poller.modify(s, select.POLLIN)
