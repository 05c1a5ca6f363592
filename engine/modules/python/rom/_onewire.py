# SPDX-License-Identifier: MIT
# The slots of a 1-Wire bus, by name as in MicroPython's C module of this name.
import _coroboard as _host


def reset(pin):
    return _host.onewire_reset(pin._id)


def readbit(pin):
    return _host.onewire_read(pin._id, 1)


def readbyte(pin):
    return _host.onewire_read(pin._id, 8)


def writebit(pin, value):
    _host.onewire_write(pin._id, 1, value)


def writebyte(pin, value):
    _host.onewire_write(pin._id, 8, value)


# Polynomial x^8 + x^5 + x^4 + 1, least significant bit first (Maxim application note 27).
def crc8(data):
    crc = 0
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0x8C if crc & 1 else 0)
    return crc
