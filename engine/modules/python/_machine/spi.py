# SPDX-License-Identifier: MIT
# machine.SPI, machine.SoftSPI. https://docs.micropython.org/en/v1.27.0/library/machine.SPI.html
from uctypes import addressof
import _host
from _machine.buffers import size, writable
from _machine.pin import as_pin

_exchange = _host.spi_exchange


class SoftSPI:
    MSB = 0
    LSB = 1

    def __init__(self, baudrate=500000, *, polarity=0, phase=0, bits=8, firstbit=MSB, sck=None, mosi=None, miso=None):
        if sck is None or mosi is None or miso is None:
            raise ValueError("must specify all of sck/mosi/miso")
        self._pins = (as_pin(sck), as_pin(mosi), as_pin(miso))
        self._name = "softspi"
        self._set(baudrate, polarity, phase, bits, firstbit)

    def _set(self, baudrate, polarity, phase, bits, firstbit):
        if baudrate <= 0:
            raise ValueError("invalid baudrate: %d" % baudrate)
        if bits != 8:
            raise ValueError("bits must be 8")
        if firstbit not in (0, 1):
            raise ValueError("invalid firstbit: %s" % firstbit)
        self._baudrate = baudrate
        self._polarity = polarity
        self._phase = phase
        self._bits = bits
        self._firstbit = firstbit
        ids = [-1 if pin is None else pin._id for pin in self._pins]
        self._bus = _host.spi_open(ids[0], ids[1], ids[2], baudrate, bool(polarity), bool(phase), firstbit, self._name)

    def init(self, baudrate=None, *, polarity=None, phase=None, bits=None, firstbit=None, sck=None, mosi=None, miso=None):
        given = (sck, mosi, miso)
        self._pins = tuple([old if pin is None else as_pin(pin) for pin, old in zip(given, self._pins)])
        self._set(
            self._baudrate if baudrate is None else baudrate,
            self._polarity if polarity is None else polarity,
            self._phase if phase is None else phase,
            self._bits if bits is None else bits,
            self._firstbit if firstbit is None else firstbit,
        )

    def deinit(self):
        _host.spi_close(self._bus)

    def write(self, buf):
        count = size(buf)
        if count:
            _exchange(self._bus, addressof(buf), count, 0, 0, 0)

    def readinto(self, buf, write=0x00):
        count = writable(buf)
        if count:
            _exchange(self._bus, 0, 0, addressof(buf), count, write)

    def read(self, nbytes, write=0x00):
        buf = bytearray(nbytes)
        self.readinto(buf, write)
        return bytes(buf)

    def write_readinto(self, write_buf, read_buf):
        count = size(write_buf)
        if count != writable(read_buf):
            raise ValueError("buffers must be the same length")
        if count:
            _exchange(self._bus, addressof(write_buf), count, addressof(read_buf), count, 0)

    def __repr__(self):
        ids = [-1 if pin is None else pin._id for pin in self._pins]
        return "SoftSPI(baudrate=%d, polarity=%d, phase=%d, sck=%d, mosi=%d, miso=%d)" % (self._baudrate, self._polarity, self._phase, ids[0], ids[1], ids[2])


class SPI(SoftSPI):
    CONTROLLER = 0

    # SPI(-1, …) is the bit-banged bus, as it was before SoftSPI.
    def __new__(cls, id=-1, *args, **settings):
        if id == -1 and cls is SPI:
            return SoftSPI(*args, **settings)
        return object.__new__(cls)

    def __init__(self, id, baudrate=1000000, *, polarity=0, phase=0, bits=8, firstbit=SoftSPI.MSB, sck=None, mosi=None, miso=None):
        self._name = name = "spi%s" % id
        self._id = id
        if not _host.has_controller(name):
            raise ValueError("SPI(%s) doesn't exist" % id)
        given = []
        for pin, signal in ((sck, "sck"), (mosi, "mosi"), (miso, "miso")):
            if pin is None and (signal == "sck" or (sck is None and mosi is None)):
                pin = _host.default_pin(name, signal)
            given.append(None if pin is None else as_pin(pin, name, signal))
        self._pins = tuple(given)
        self._set(baudrate, polarity, phase, bits, firstbit)

    def __repr__(self):
        ids = [-1 if pin is None else pin._id for pin in self._pins]
        return "SPI(%s, baudrate=%d, polarity=%d, phase=%d, bits=%d, sck=%d, mosi=%d, miso=%d)" % (
            self._id, self._baudrate, self._polarity, self._phase, self._bits, ids[0], ids[1], ids[2])
