# SPDX-License-Identifier: MIT
# What boards have in `os` and the interpreter's build has not. https://docs.micropython.org/en/v1.27.0/library/os.html
import os
import _coroboard as _host
from collections import namedtuple

_Uname = namedtuple("uname", ("sysname", "nodename", "release", "version", "machine"))
_ilistdir = os.ilistdir


def uname():
    name = _host.platform()
    return _Uname(name, name, "1.27.0", "v1.27.0 on 2025-12-10", _host.machine_name())


def urandom(n):
    return bytes(_host.random_byte() for _ in range(n))


def sync():
    pass


def _entries(path):
    base = path if path.endswith("/") else path + "/"
    for entry in _ilistdir(path):
        size = os.stat(base + entry[0])[6] if entry[1] == 0x8000 else 0
        yield (entry[0], entry[1], 0, size)


def ilistdir(path=""):
    return _entries(path or os.getcwd())


os.uname = uname
os.urandom = urandom
os.sync = sync
os.ilistdir = ilistdir
