# SPDX-License-Identifier: MIT
# What `import sys` gives: the interpreter's own, with the board's name in it.
# https://docs.micropython.org/en/v1.27.0/library/sys.html
import sys as _builtin
from sys import *
import _coroboard as _host
from collections import namedtuple

print_exception = _builtin.print_exception
_mpy = _builtin.implementation._mpy
_version = _builtin.implementation.version
_Implementation = namedtuple("implementation", ("name", "version", "_machine", "_mpy"))
del platform, implementation


# `import sys` in a class body makes the interpreter ask every value of the class for this.
def _no_descriptor(owner, name):
    pass


def __getattr__(name):
    if name == "__set_name__":
        return _no_descriptor
    if name == "platform":
        return _host.platform()
    if name == "implementation":
        return _Implementation("micropython", _version, _host.machine_name(), _mpy)
    return getattr(_builtin, name)
