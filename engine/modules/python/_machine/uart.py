# SPDX-License-Identifier: MIT
# machine.UART. https://docs.micropython.org/en/v1.27.0/library/machine.UART.html
# read, readinto, readline and write neither wait nor fail when there is nothing to read or no room: they answer None, as the stream protocol
# says; timeout and timeout_char let them wait.
from io import IOBase
from uctypes import addressof
import _host
from _machine.buffers import size, writable, closed
from _machine.pin import UNSET, as_pin
from time import sleep_us as _sleep_us, ticks_us as _ticks_us, ticks_diff as _ticks_diff

_MP_STREAM_POLL = 3
_POLLIN = 1
_POLLOUT = 4
_POLLNVAL = 32

# The engine's numbers: of each open controller by its name, as several objects may speak of one; and whose interrupts they are.
_numbers = {}
_uarts = {}


class _UARTIRQ:
    def __init__(self, uart, handler, trigger, hard):
        self._uart = uart
        self._handler = handler
        self._trigger = trigger
        self._hard = hard

    def flags(self):
        return self._uart._flags

    def trigger(self, trigger=None):
        before = self._trigger
        if trigger is not None:
            self._trigger = trigger
        return before


class UART(IOBase):
    INV_TX = 1
    INV_RX = 2
    RTS = 1
    CTS = 2
    IRQ_RX = 1
    IRQ_TXIDLE = 4
    IRQ_RXIDLE = 2
    IRQ_BREAK = 8

    def __init__(self, id, baudrate=115200, bits=8, parity=None, stop=1, **settings):
        self._name = "uart%s" % id
        self._id = id
        if not _host.has_controller(self._name):
            raise ValueError("UART(%s) doesn't exist" % id)
        self._irq = None
        self._flags = 0
        self._tx = self._rx = self._rts = self._cts = None
        self._flow = 0
        self._timeout = self._timeout_char = 0
        self._buffers = (256, 256)
        self._invert = 0
        self.init(baudrate, bits, parity, stop, **settings)

    def init(self, baudrate=115200, bits=8, parity=None, stop=1, *, tx=None, rx=None, rts=None, cts=None,
             txbuf=None, rxbuf=None, timeout=None, timeout_char=None, invert=None, flow=None):
        if baudrate <= 0:
            raise ValueError("invalid baudrate: %d" % baudrate)
        if bits not in (5, 6, 7, 8):
            raise ValueError("invalid bits: %s" % bits)
        if stop not in (1, 2):
            raise ValueError("invalid stop: %s" % stop)
        if parity not in (None, 0, 1):
            raise ValueError("invalid parity: %s" % parity)
        if flow is not None:
            if flow & ~3:
                raise ValueError("invalid flow: %s" % flow)
            self._flow = flow
        if rts is not None:
            self._rts = as_pin(rts, self._name, "rts")
        if cts is not None:
            self._cts = as_pin(cts, self._name, "cts")
        for signal, pin in ((UART.RTS, self._rts), (UART.CTS, self._cts)):
            if self._flow & signal and pin is None:
                raise ValueError("flow needs the pin %s" % ("rts" if signal == UART.RTS else "cts"))
        if self._tx is None or tx is not None:
            self._tx = as_pin(tx if tx is not None else _host.default_pin(self._name, "tx"), self._name, "tx")
        if self._rx is None or rx is not None:
            self._rx = as_pin(rx if rx is not None else _host.default_pin(self._name, "rx"), self._name, "rx")
        if timeout is not None:
            self._timeout = timeout
        if timeout_char is not None:
            self._timeout_char = timeout_char
        if invert is not None:
            self._invert = invert
        self._baudrate = baudrate
        self._bits = bits
        self._parity = parity
        self._stop = stop
        self._buffers = tuple([old if new is None else max(new, 32) for old, new in zip(self._buffers, (txbuf, rxbuf))])
        if self._invert & ~3:
            raise ValueError("invalid invert: %s" % self._invert)
        # The engine keeps the bytes; their room is the program's.
        self._room = [bytearray(count) for count in self._buffers]
        self.deinit()
        number = _host.uart_open(self._name, self._tx._id, self._rx._id, baudrate, bits, -1 if parity is None else parity,
                                 stop, self._buffers[0], self._buffers[1], self._invert,
                                 self._rts._id if self._flow & UART.RTS else -1, self._cts._id if self._flow & UART.CTS else -1)
        _numbers[self._name] = number
        _uarts[number] = self

    def deinit(self):
        number = _numbers.pop(self._name, None)
        if number is not None:
            _uarts.pop(number, None)
            _host.uart_close(number)

    # Asked for anew after every wait: a handler may have closed it.
    def _open(self):
        number = _numbers.get(self._name)
        if number is None:
            closed("UART(%s)" % self._id)
        return number

    def any(self):
        return _host.uart_any(self._open())

    # Waits for the first byte `timeout` ms, for each further one `timeout_char` ms.
    def _fill(self, buf, wanted):
        address = addressof(buf)
        got = 0
        limit = self._timeout * 1000
        since = _ticks_us()
        while True:
            count = _host.uart_read(self._open(), address + got, wanted - got)
            if count:
                got += count
                limit = self._timeout_char * 1000
                since = _ticks_us()
            if got == wanted or (count == 0 and _ticks_diff(_ticks_us(), since) >= limit):
                return got
            if not count:
                _sleep_us(100)

    def readinto(self, buf, nbytes=None):
        room = writable(buf)
        wanted = room if nbytes is None else min(nbytes, room)
        return (self._fill(buf, wanted) if wanted else 0) or None

    def read(self, nbytes=-1):
        if nbytes is None or nbytes < 0:
            whole = b""
            while True:
                buf = bytearray(max(1, self.any()))
                count = self._fill(buf, len(buf))
                if not count:
                    return whole or None
                whole += buf[:count]
        if nbytes == 0:
            return b""
        buf = bytearray(nbytes)
        count = self._fill(buf, nbytes)
        return bytes(buf[:count]) if count else None

    def readline(self, limit=-1):
        line = b""
        one = bytearray(1)
        while limit < 0 or len(line) < limit:
            if not self._fill(one, 1):
                break
            line += one
            if one[0] == 10:
                break
        return line or None

    # Waits while there is no room, as the controllers do.
    def write(self, buf):
        if isinstance(buf, str):
            buf = buf.encode()
        count = size(buf)
        done = 0
        address = addressof(buf) if count else 0
        while done < count:
            took = _host.uart_write(self._open(), address + done, count - done)
            done += took
            if not took:
                _host.uart_wait(self._open(), False)
        return count

    def txdone(self):
        return _host.uart_sent(self._open())

    def flush(self):
        _host.uart_wait(self._open(), True)

    def sendbreak(self):
        _host.uart_break(self._open())

    # Without arguments it changes nothing.
    def irq(self, handler=UNSET, trigger=0, hard=False):
        if trigger & ~15:
            raise ValueError("trigger 0x%02x unsupported" % trigger)
        if handler is not UNSET or self._irq is None:
            handler = None if handler is UNSET else handler
            self._irq = _UARTIRQ(self, handler, trigger, hard)
            _host.uart_interrupts(self._open(), trigger if handler else 0, bool(hard))
        return self._irq

    def ioctl(self, request, argument):
        if request != _MP_STREAM_POLL:
            return -1
        if self._name not in _numbers:
            return _POLLNVAL
        ready = 0
        if argument & _POLLIN and _host.uart_any(self._open()):
            ready |= _POLLIN
        if argument & _POLLOUT and _host.uart_room(self._open()):
            ready |= _POLLOUT
        return ready

    def __repr__(self):
        return "UART(%s, baudrate=%d, bits=%d, parity=%s, stop=%d, tx=%d, rx=%d, txbuf=%d, rxbuf=%d, timeout=%d, timeout_char=%d)" % (
            self._id, self._baudrate, self._bits, self._parity, self._stop, self._tx._id, self._rx._id,
            self._buffers[0], self._buffers[1], self._timeout, self._timeout_char)


def run(number, interrupt):
    uart = _uarts.get(number)
    if uart and uart._irq and uart._irq._handler:
        uart._flags = _host.uart_flags(number)
        if uart._flags & uart._irq._trigger:
            interrupt(uart._irq._handler, uart, uart._irq._hard)
