# SPDX-License-Identifier: MIT
# What `import micropython` gives. https://docs.micropython.org/en/v1.27.0/library/micropython.html
# schedule() goes through the board's own queue, so that a scheduled call also wakes a program that sleeps or awaits.
import _coroboard as _host
import micropython as _builtin

const = _builtin.const
opt_level = _builtin.opt_level
mem_info = _builtin.mem_info
qstr_info = _builtin.qstr_info
stack_use = _builtin.stack_use
heap_lock = _builtin.heap_lock
heap_unlock = _builtin.heap_unlock

_waiting = []
_DEPTH = 8


def heap_locked():
    raise NotImplementedError("micropython.heap_locked")


def kbd_intr(chr):
    _host.set_interrupt_character(chr)


def schedule(func, arg):
    if len(_waiting) >= _DEPTH:
        raise RuntimeError("schedule queue full")
    _waiting.append((func, arg))
    _host.raise_scheduled()


def alloc_emergency_exception_buf(size):
    pass


class RingIO:
    def __init__(self, *args):
        raise NotImplementedError("micropython.RingIO")


def _run_scheduled(number):
    func, arg = _waiting.pop(0)
    func(arg)
