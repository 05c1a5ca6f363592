# SPDX-License-Identifier: MIT
# Tasks that wait for a stream: sockets, UARTs, stdin, any object with the stream protocol's ioctl(), written in Python too.
# A task calls queue_read(stream) and yields.
from . import core
import _coroboard as _host
import select

_POLLPRI = 2
_POLLNVAL = 32
# Whoever waits must look what became of the stream: it failed, its other end is gone, it was closed.
_BROKEN = select.POLLERR | select.POLLHUP | _POLLNVAL


class IOQueue:
    def __init__(self):
        self.poller = select.poll()
        # id(stream): [task waiting to read, for priority data, to write, stream]
        self.map = {}

    @staticmethod
    def _events(entry):
        events = 0
        if entry[0] is not None:
            events |= select.POLLIN
        if entry[1] is not None:
            events |= _POLLPRI
        if entry[2] is not None:
            events |= select.POLLOUT
        return events

    def _enqueue(self, s, idx):
        if hasattr(s, "_park_task"):
            # One of the board's own sockets: the engine knows when it is ready.
            return s._park_task(idx == 2)
        task = core.current_task()
        entry = self.map.get(id(s))
        if entry is None:
            entry = [None, None, None, s]
            entry[idx] = task
            self.map[id(s)] = entry
            self.poller.register(s, self._events(entry))
        else:
            entry[idx] = task
            self.poller.modify(s, self._events(entry))
        _host.task_stream_waiters(len(self.map))
        _host.task_park_forever(11)

    def _dequeue(self, s):
        del self.map[id(s)]
        self.poller.unregister(s)
        _host.task_stream_waiters(len(self.map))

    def queue_read(self, s):
        self._enqueue(s, 0)

    def queue_pri(self, s):
        self._enqueue(s, 1)

    def queue_write(self, s):
        self._enqueue(s, 2)

    def remove(self, task):
        while True:
            found = None
            for key in self.map:
                entry = self.map[key]
                if entry[0] is task or entry[1] is task or entry[2] is task:
                    found = entry[3]
                    break
            if found is None:
                return
            self._dequeue(found)

    def _wake(self, entry, idx):
        task = entry[idx]
        if task is not None:
            entry[idx] = None
            core._make_ready(task._slot)

    def wait_io_event(self, dt):
        for s, ev in self.poller.ipoll(dt):
            entry = self.map[id(s)]
            if ev & (select.POLLIN | _BROKEN):
                self._wake(entry, 0)
            if ev & _POLLPRI:
                self._wake(entry, 1)
            if ev & (select.POLLOUT | _BROKEN):
                self._wake(entry, 2)
            if entry[0] is None and entry[1] is None and entry[2] is None:
                self._dequeue(s)
            else:
                self.poller.modify(s, self._events(entry))
