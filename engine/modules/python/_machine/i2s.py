# SPDX-License-Identifier: MIT
# machine.I2S. https://docs.micropython.org/en/v1.27.0/library/machine.I2S.html
# write() and readinto() wait; with a handler they return at once and it is called when the buffer is done; as an asyncio stream they move
# what they can.
from io import IOBase
from uctypes import addressof
import _host
from _machine.buffers import size, writable
from _machine.pin import as_pin
from _platform import name as _port

_MP_STREAM_POLL = 3
_POLLIN = 1
_POLLOUT = 4
_POLLNVAL = 32
_EPERM = 1

_units = {}


class I2S(IOBase):
    RX = 0
    TX = 1
    MONO = 0
    STEREO = 1

    def __init__(self, id, *, sck, ws, sd, mck=None, mode, bits, format, rate, ibuf):
        if not (id in (0, 1) if _port == "rp2" else _host.has_controller("i2s%s" % id)):
            raise ValueError("I2S(%s) doesn't exist" % id)
        self._id = id
        self._number = None
        for other in list(_units.values()):
            if other._id == id:
                other.deinit()
        self.init(sck=sck, ws=ws, sd=sd, mck=mck, mode=mode, bits=bits, format=format, rate=rate, ibuf=ibuf)

    def init(self, *, sck, ws, sd, mck=None, mode, bits, format, rate, ibuf):
        if mode not in (I2S.RX, I2S.TX):
            raise ValueError("invalid mode")
        if bits not in (16, 32):
            raise ValueError("invalid bits")
        if format not in (I2S.MONO, I2S.STEREO):
            raise ValueError("invalid format")
        if not 1000 <= rate <= 192000:
            raise ValueError("invalid rate")
        if ibuf < bits // 8 * (1 + format):
            raise ValueError("invalid ibuf")
        self._pins = sck, ws, sd = as_pin(sck), as_pin(ws), as_pin(sd)
        if _port == "rp2" and ws._id != sck._id + 1:
            raise ValueError("invalid ws (must be sck+1)")
        self.deinit()
        self._mode = mode
        self._format = (bits, format, rate, ibuf)
        self._handler = None
        self._buffer = None
        self._streams = False
        # The engine keeps the samples; their room is the program's.
        self._ring = bytearray(ibuf)
        self._number = _host.i2s_open("i2s%s" % self._id, sck._id, ws._id, sd._id, -1 if mck is None else as_pin(mck)._id,
                                      mode, bits, format, rate, ibuf)
        _units[self._number] = self

    def deinit(self):
        if self._number is not None:
            _units.pop(self._number, None)
            _host.i2s_close(self._number)
            self._number = self._ring = None

    def write(self, buf):
        return self._transfer(buf, size(buf), I2S.TX)

    def readinto(self, buf):
        return self._transfer(buf, writable(buf), I2S.RX)

    def _transfer(self, buf, count, mode):
        number = self._number
        if mode != self._mode or number is None:
            raise OSError(_EPERM)
        if not count:
            return 0
        if self._handler:
            # The engine moves it: it must stay where it is.
            self._buffer = buf
            _host.i2s_move_all(number, addressof(buf), count)
            return count
        address = addressof(buf)
        done = _host.i2s_move(number, address, count)
        while done < count and not self._streams:
            _host.i2s_wait(number)
            # A handler may have closed or opened it meanwhile.
            if self._number != number:
                raise OSError(_EPERM)
            done += _host.i2s_move(number, address + done, count - done)
        return done

    def irq(self, handler):
        self._handler = handler
        self._streams = False

    def ioctl(self, request, argument):
        if request != _MP_STREAM_POLL:
            return -1
        if self._number is None:
            return _POLLNVAL
        self._streams = True
        if self._mode == I2S.RX:
            return _POLLIN if argument & _POLLIN and _host.i2s_waiting(self._number) else 0
        return _POLLOUT if argument & _POLLOUT and _host.i2s_room(self._number) else 0

    @staticmethod
    def shift(*, buf, bits, shift):
        if bits not in (16, 32):
            raise ValueError("invalid bits")
        _host.i2s_shift(addressof(buf), writable(buf), bits, shift)

    def __repr__(self):
        return "I2S(id=%s, sck=%d, ws=%d, sd=%d, mode=%d, bits=%d, format=%d, rate=%d, ibuf=%d)" % (
            (self._id,) + tuple([pin._id for pin in self._pins]) + (self._mode,) + self._format)


def run(number, interrupt):
    unit = _units.get(number)
    if unit and unit._handler:
        unit._buffer = None
        interrupt(unit._handler, unit, False)
