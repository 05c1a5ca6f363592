# SPDX-License-Identifier: MIT
# What `import micropython` gives. https://docs.micropython.org/en/v1.27.0/library/micropython.html
# schedule() goes through the board's own queue, so that a scheduled call also wakes a program that sleeps or awaits.
import _coroboard as _host
import micropython as _builtin
from io import IOBase as _IOBase

const = _builtin.const
opt_level = _builtin.opt_level
mem_info = _builtin.mem_info
qstr_info = _builtin.qstr_info
stack_use = _builtin.stack_use
heap_lock = _builtin.heap_lock
heap_unlock = _builtin.heap_unlock

# The scheduled calls, in order: a ring, so that a hard interrupt handler can schedule without the heap.
_DEPTH = const(8)
_functions = [None] * _DEPTH
_arguments = [None] * _DEPTH
_first = 0
_count = 0


def kbd_intr(chr):
    _host.set_interrupt_character(chr)


def schedule(func, arg):
    global _count
    if _count >= _DEPTH:
        raise RuntimeError("schedule queue full")
    at = (_first + _count) % _DEPTH
    _functions[at] = func
    _arguments[at] = arg
    _count += 1
    _host.raise_scheduled()


_said = set()


def _interpreted(kind):
    if kind not in _said:
        _said.add(kind)
        _host.report("micropython.%s: such functions are interpreted here%s" % (kind, "; their integers do not wrap" if kind == "viper" else ""))


# Functions for the compilers of native code are interpreted.
class _NativeCode:
    @staticmethod
    def native(function):
        _interpreted("native")
        return function

    @staticmethod
    def viper(function):
        _interpreted("viper")
        return function

    def __getattr__(self, name):
        raise NotImplementedError("micropython.%s" % name)


# viper's casts. A pointer to bytes is the buffer itself; wider ones read and write little-endian words.
def _ptr8(buffer):
    return memoryview(buffer)


class _Words:
    def __init__(self, buffer):
        self._bytes = memoryview(buffer)

    def __getitem__(self, i):
        at = i * self._width
        value = 0
        for k in range(self._width - 1, -1, -1):
            value = value << 8 | self._bytes[at + k]
        return value

    def __setitem__(self, i, value):
        at = i * self._width
        for k in range(self._width):
            self._bytes[at + k] = value >> (8 * k) & 0xFF


class _ptr16(_Words):
    _width = 2


class _ptr32(_Words):
    _width = 4


def _uint(value):
    return value & 0xFFFFFFFF


def alloc_emergency_exception_buf(size):
    pass


# A ring buffer that is a stream: what is not there is not read, what does not fit is not written.
class RingIO(_IOBase):
    def __init__(self, size):
        if isinstance(size, int):
            self._ring = bytearray(size + 1 if size > 0 else 1)
        else:
            memoryview(size)
            self._ring = size
        self._size = len(self._ring)
        if self._size < 2:
            raise ValueError("buffer is too small")
        self._get = 0
        self._put = 0

    def __repr__(self):
        return "<RingIO>"

    def any(self):
        return (self._put - self._get) % self._size

    def read(self, nbytes=-1):
        there = self.any()
        data = bytearray(there if nbytes is None or nbytes < 0 or nbytes > there else nbytes)
        self.readinto(data)
        return bytes(data)

    def readinto(self, buf, nbytes=-1):
        count = len(buf) if nbytes < 0 else min(nbytes, len(buf))
        count = min(count, self.any())
        ring, at, size = self._ring, self._get, self._size
        for i in range(count):
            buf[i] = ring[at]
            at += 1
            if at == size:
                at = 0
        self._get = at
        return count

    def readline(self, nbytes=-1):
        line = bytearray()
        while nbytes != 0 and self._get != self._put:
            c = self._ring[self._get]
            line.append(c)
            self._get = (self._get + 1) % self._size
            nbytes -= 1
            if c == 10:
                break
        return bytes(line)

    def write(self, buf):
        buf = memoryview(buf)
        count = min(len(buf), self._size - 1 - self.any())
        ring, at, size = self._ring, self._put, self._size
        for i in range(count):
            ring[at] = buf[i]
            at += 1
            if at == size:
                at = 0
        self._put = at
        return count

    def close(self):
        pass

    def ioctl(self, request, argument):
        if request == 3:
            ready = 1 if self._get != self._put else 0
            if self.any() < self._size - 1:
                ready |= 4
            return ready & argument
        return 0 if request == 4 else -1


def _run_scheduled(number):
    global _first, _count
    at = _first
    func, arg = _functions[at], _arguments[at]
    _functions[at] = _arguments[at] = None
    _first = (at + 1) % _DEPTH
    _count -= 1
    func(arg)
