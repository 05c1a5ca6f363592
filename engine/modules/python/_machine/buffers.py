# SPDX-License-Identifier: MIT
# Buffers cross to the board by address and size.
from uctypes import addressof


# Bytes in any object with the buffer protocol: memoryview counts elements and does not say how large they are.
def size(buffer):
    kind = type(buffer)
    if kind is bytes or kind is bytearray:
        return len(buffer)
    if kind is str:
        return len(buffer.encode())
    view = memoryview(buffer)
    count = len(view)
    return count * (addressof(view[1:]) - addressof(view)) if count else 0


# For OSError: the errors of the host functions are negative.
def check(result):
    if result < 0:
        raise OSError(-result)
    return result
