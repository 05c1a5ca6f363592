# SPDX-License-Identifier: MIT
# Runs once, before the boot image is taken: puts the board's modules in place and names what the firmware calls.
import _sys as sys
import builtins
import _coroboard as _host
import time
import _micropython

import os
import _os
import _gc

sys.modules["gc"] = sys.modules["ugc"] = _gc
del sys.modules["_gc"]

sys.path.append("/rom")
sys.modules["sys"] = sys.modules["usys"] = sys
sys.modules["uos"] = sys.modules["os"]
del sys.modules["_os"]
sys.modules["time"] = sys.modules["utime"] = time
sys.modules["micropython"] = _micropython
# Decorators of native code; see engine/micropython/flash/native_decorators.h.
builtins.micropytho_ = _micropython._NativeCode()
builtins.ptr8 = _micropython._ptr8
builtins.ptr16 = _micropython._ptr16
builtins.ptr32 = _micropython._ptr32
builtins.uint = _micropython._uint
del sys.modules["_micropython"]

import asyncio
import asyncio.funcs
import asyncio.event
import asyncio.lock
import asyncio.stream
import asyncio.poller
import machine

sys.modules["uasyncio"] = asyncio
sys.modules["umachine"] = machine


# Pin, timer, scheduled, serial, I2C target, I2S and counter calls; the kinds are InterruptKind's numbers.
_kinds = (machine._run_pin, machine._run_timer, _micropython._run_scheduled, machine._run_uart, machine._run_target, machine._run_i2s, machine._run_counter)


def dispatch(kind, number):
    try:
        _kinds[kind](number)
    except Exception as er:
        print("uncaught exception in interrupt handler")
        sys.print_exception(er)


_unlock_heap = _host.unlock_heap

# The largest source text that is held in memory while it is compiled.
_HELD = 32 * 1024


# Compiling first and running then keeps what the compiler leaves on the stack from holding on to the program's first objects.
# Larger files are compiled as they are read.
def _code(path):
    if os.stat(path)[6] > _HELD:
        return None
    with open(path) as file:
        return compile(file.read(), path, "exec")


# Runs a file of the program. What it leaves locked is unlocked, so that its exception can be told.
def run(path):
    import __main__

    try:
        code = _code(path)
        if code:
            exec(code, __main__.__dict__)
        else:
            builtins.execfile(path, __main__.__dict__)
    except BaseException as er:
        _unlock_heap()
        raise er


def _input(prompt=""):
    print(prompt, end="")
    line = ""
    while True:
        c = sys.stdin.read(1)
        if c == "":
            raise EOFError
        if c == "\r" or c == "\n":
            print()
            return line
        if c == "\x08" or c == "\x7f":
            if line:
                line = line[:-1]
                print("\x08 \x08", end="")
        elif c == "\x04":
            if not line:
                raise EOFError
        else:
            line += c
            print(c, end="")


builtins.input = _input
sleeper = asyncio.core._sleeper
too_long = asyncio.core._TooLong()


def settle(room):
    _gc._settle(room)
    return _gc._ours
