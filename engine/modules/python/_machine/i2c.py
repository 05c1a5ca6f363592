# SPDX-License-Identifier: MIT
# machine.I2C, machine.SoftI2C. https://docs.micropython.org/en/v1.27.0/library/machine.I2C.html
from uctypes import addressof
import _host
from _machine.buffers import size, writable, check
from _machine.pin import as_pin

_transfer = _host.i2c_transfer
_ENODEV = 19
_EIO = 5


class SoftI2C:
    _soft = True

    def __init__(self, scl, sda, *, freq=400000, timeout=50000):
        self.init(scl, sda, freq=freq, timeout=timeout)

    def init(self, scl, sda, *, freq=400000, timeout=50000):
        self._open(as_pin(scl), as_pin(sda), freq, timeout, "softi2c")

    def _open(self, scl, sda, freq, timeout, name):
        if freq <= 0 or freq > 5000000:
            raise ValueError("invalid freq: %d" % freq)
        self._scl = scl
        self._sda = sda
        self._freq = freq
        self._timeout = timeout
        self._bus = _host.i2c_open(scl._id, sda._id, freq, timeout, name)

    def deinit(self):
        _host.i2c_close(self._bus)

    # -- Primitives.

    def start(self):
        check(_host.i2c_start(self._bus))

    def stop(self):
        _host.i2c_stop(self._bus)

    def readinto(self, buf, nack=True):
        check(_host.i2c_read(self._bus, addressof(buf), writable(buf), bool(nack)))

    def write(self, buf):
        return check(_host.i2c_write(self._bus, addressof(buf), size(buf)))

    # -- Whole transfers.

    # What a data byte without acknowledge means: the bit-banged bus tells how many came through, the controllers fail.
    def _written(self, count, wanted):
        if count < 0:
            raise OSError(_ENODEV if self._soft and count == -_EIO else -count)
        if count < wanted and not self._soft:
            raise OSError(_EIO)
        return count

    def _write(self, addr, buf, stop):
        count = size(buf)
        return self._written(_transfer(self._bus, addr, addressof(buf) if count else 0, count, 0, stop), count)

    def _read(self, addr, buf, stop):
        count = writable(buf)
        self._written(_transfer(self._bus, addr, addressof(buf) if count else 0, count, 1, stop), count)

    def scan(self):
        return [a for a in range(0x08, 0x78) if _transfer(self._bus, a, 0, 0, 0, True) >= 0]

    def readfrom(self, addr, nbytes, stop=True):
        buf = bytearray(nbytes)
        self._read(addr, buf, bool(stop))
        return bytes(buf)

    def readfrom_into(self, addr, buf, stop=True):
        self._read(addr, buf, bool(stop))

    def writeto(self, addr, buf, stop=True):
        return self._write(addr, buf, bool(stop))

    def writevto(self, addr, vector, stop=True):
        return self._write(addr, b"".join([bytes(v) for v in vector]), bool(stop))

    def _memory(self, memaddr, addrsize, extra=b""):
        if addrsize not in (0, 8, 16, 24, 32):
            raise ValueError("invalid addrsize: %s" % addrsize)
        count = addrsize // 8
        whole = bytearray(count + len(extra))
        for i in range(count):
            whole[i] = memaddr >> (8 * (count - 1 - i)) & 0xFF
        whole[count:] = extra
        return whole

    def readfrom_mem_into(self, addr, memaddr, buf, *, addrsize=8):
        writable(buf)
        self._write(addr, self._memory(memaddr, addrsize), False)
        self._read(addr, buf, True)

    def readfrom_mem(self, addr, memaddr, nbytes, *, addrsize=8):
        buf = bytearray(nbytes)
        self._write(addr, self._memory(memaddr, addrsize), False)
        self._read(addr, buf, True)
        return bytes(buf)

    def writeto_mem(self, addr, memaddr, buf, *, addrsize=8):
        self._write(addr, self._memory(memaddr, addrsize, bytes(buf)), True)

    def __repr__(self):
        return "SoftI2C(scl=%d, sda=%d, freq=%d)" % (self._scl._id, self._sda._id, self._freq)


class I2C(SoftI2C):
    _soft = False

    # I2C(-1, …) is the bit-banged bus, as it was before SoftI2C.
    def __new__(cls, id=-1, *args, scl=None, sda=None, freq=400000, timeout=50000):
        if id == -1 and cls is I2C:
            return SoftI2C(scl, sda, freq=freq, timeout=timeout)
        return object.__new__(cls)

    def __init__(self, id, *args, scl=None, sda=None, freq=400000, timeout=50000):
        self._id = id
        if args:
            scl, sda = (args + (None,))[:2]
        self.init(scl, sda, freq=freq, timeout=timeout)

    def init(self, scl=None, sda=None, *, freq=400000, timeout=50000):
        name = "i2c%s" % self._id
        if not _host.has_controller(name):
            raise ValueError("I2C(%s) doesn't exist" % self._id)
        pins = [as_pin(pin if pin is not None else _host.default_pin(name, signal), name, signal) for pin, signal in ((scl, "scl"), (sda, "sda"))]
        self._open(pins[0], pins[1], freq, timeout, name)

    def __repr__(self):
        return "I2C(%s, freq=%d, scl=%d, sda=%d, timeout=%d)" % (self._id, self._freq, self._scl._id, self._sda._id, self._timeout)

    def start(self):
        raise OSError("I2C operation not supported")

    def stop(self):
        raise OSError("I2C operation not supported")

    def readinto(self, buf, nack=True):
        raise OSError("I2C operation not supported")

    def write(self, buf):
        raise OSError("I2C operation not supported")
