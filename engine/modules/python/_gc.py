# SPDX-License-Identifier: MIT
# What `import gc` gives: the interpreter's own, counting the program's memory only. https://docs.micropython.org/en/v1.27.0/library/gc.html
import gc as _builtin
from gc import *

_ours = 0
_filler = None


def mem_alloc():
    return _builtin.mem_alloc() - _ours


# At the end of booting: what our modules take, and the rest of their room, is none of the program's.
def _settle(room):
    global _ours, _filler
    _builtin.collect()
    left = room - _builtin.mem_alloc()
    if left < 64:
        raise MemoryError("our modules need more room")
    _filler = bytearray(left - 32)
    _builtin.collect()
    _ours = _builtin.mem_alloc()
