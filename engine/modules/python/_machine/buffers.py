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


# The same of a buffer that the board fills: constants and memory that may only be read are refused.
def writable(buffer):
    if type(buffer) is bytearray:
        return len(buffer)
    count = size(buffer)
    if count:
        view = memoryview(buffer)
        try:
            view[0] = view[0]
        except TypeError:
            raise TypeError("a buffer that can be written is needed, not %s" % type(buffer).__name__)
    return count


# For an object whose deinit() was called, or that was never opened.
def closed(name):
    raise OSError(9, "%s is closed: init() opens it" % name)


# For OSError: the errors of the host functions are negative.
def check(result):
    if result < 0:
        raise OSError(-result)
    return result
