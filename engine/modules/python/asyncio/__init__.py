# SPDX-License-Identifier: MIT
# asyncio: MicroPython's asyncio on the board's event loop. The order in which tasks run is decided by the engine (python_tasks.h);
# this package keeps the Task objects and says what each of them waits for.
# https://docs.micropython.org/en/v1.27.0/library/asyncio.html
from .core import *

__version__ = (3, 0, 0)

# Loaded on first use, as MicroPython's own package does.
_attrs = {
    "wait_for": "funcs",
    "wait_for_ms": "funcs",
    "gather": "funcs",
    "Event": "event",
    "ThreadSafeFlag": "event",
    "Lock": "lock",
    "open_connection": "stream",
    "start_server": "stream",
    "StreamReader": "stream",
    "StreamWriter": "stream",
}


def __getattr__(name):
    if name == "cur_task":
        return core._current_or_none()
    module = _attrs.get(name)
    if module is None:
        raise AttributeError(name)
    value = getattr(__import__(module, globals(), None, True, 1), name)
    globals()[name] = value
    return value
