# SPDX-License-Identifier: MIT
# Sockets on the board's own network (engine/network): a program's sockets reach each other over 127.0.0.1 or the board's address.
# https://docs.micropython.org/en/v1.27.0/library/socket.html
import _coroboard as _host
import time
from errno import EAGAIN, ETIMEDOUT
from io import IOBase
from uctypes import addressof
from _machine.buffers import writable

AF_INET = 2
SOCK_STREAM = 1
SOCK_DGRAM = 2
IPPROTO_TCP = 6
IPPROTO_UDP = 17
SOL_SOCKET = 1
SO_REUSEADDR = 2
SO_BROADCAST = 6
TCP_NODELAY = 1

_POLLIN = 1
_POLLOUT = 4
_NO_SUCH_NAME = -2
_LOOPBACK = 0x7F000001
_WHOLE_DATAGRAM = 1472
_CHUNK = 512


def _packed(host):
    if host == "localhost":
        return _LOOPBACK
    if host in ("", "0.0.0.0"):
        return 0
    parts = host.split(".")
    try:
        value = 0
        for part in parts:
            number = int(part)
            if not 0 <= number <= 255:
                raise ValueError
            value = value << 8 | number
        if len(parts) == 4:
            return value
    except ValueError:
        pass
    # There is no name server on this network.
    raise OSError(_NO_SUCH_NAME)


def _dotted(host):
    return ".".join(str(host >> shift & 255) for shift in (24, 16, 8, 0))


def _address(address):
    host, port = address[0], address[1]
    if not 0 <= port <= 65535:
        raise ValueError("port must be 0-65535")
    return _packed(host), port


def _check(answer):
    if answer < 0:
        raise OSError(-answer)
    return answer


# A buffer's address stays good while the buffer is held; an empty one has none.
def _where(buf):
    return addressof(buf) if len(buf) else 0


def getaddrinfo(host, port, af=0, type=0, proto=0, flags=0):
    return [(AF_INET, type or SOCK_STREAM, proto, "", (_dotted(_packed(host)), port))]


class socket(IOBase):
    def __init__(self, af=AF_INET, type=SOCK_STREAM, proto=0, *, _number=None):
        if af != AF_INET:
            raise ValueError("only AF_INET is on this board")
        if type not in (SOCK_STREAM, SOCK_DGRAM):
            raise ValueError("only SOCK_STREAM and SOCK_DGRAM are on this board")
        self._number = _check(_host.net_open(type)) if _number is None else _number
        # None: blocks; else the longest time a call waits, in ms.
        self._timeout = None

    def __repr__(self):
        return "<socket %d>" % self._number

    def close(self):
        if self._number >= 0:
            _host.net_close(self._number)
            self._number = -1

    def settimeout(self, value):
        self._timeout = None if value is None else int(value * 1000)

    def setblocking(self, flag):
        self._timeout = None if flag else 0

    def setsockopt(self, level, option, value):
        if level not in (SOL_SOCKET, IPPROTO_TCP) and level != 0:
            raise OSError(22)

    def makefile(self, mode="rwb", buffering=0):
        return self

    # Waits until a call can be tried again.
    def _wait(self, events, since):
        left = -1
        if self._timeout is not None:
            left = self._timeout - time.ticks_diff(time.ticks_ms(), since)
            if self._timeout == 0:
                raise OSError(EAGAIN)
            if left <= 0:
                raise OSError(ETIMEDOUT)
        if _host.net_wait(self._number, events, left) == 2:
            raise KeyboardInterrupt

    # Names and connections.

    def bind(self, address):
        host, port = _address(address)
        _check(_host.net_bind(self._number, host, port))

    def listen(self, backlog=2):
        _check(_host.net_listen(self._number, backlog))

    def connect(self, address):
        host, port = _address(address)
        _check(_host.net_connect(self._number, host or _LOOPBACK, port))

    def accept(self):
        since = time.ticks_ms()
        while True:
            number = _host.net_accept(self._number)
            if number != -EAGAIN:
                break
            self._wait(_POLLIN, since)
        return socket(_number=_check(number)), self._peer(number)

    def _peer(self, number):
        return _dotted(_host.net_peer_host(number)), _host.net_peer_port(number)

    # Bytes.

    def send(self, data):
        data = memoryview(data)
        since = time.ticks_ms()
        while True:
            count = _host.net_send(self._number, _where(data), len(data))
            if count != -EAGAIN:
                return _check(count)
            self._wait(_POLLOUT, since)

    def sendall(self, data):
        data = memoryview(data)
        while len(data):
            data = data[self.send(data) :]

    def sendto(self, data, address):
        host, port = _address(address)
        return _check(_host.net_send_to(self._number, _where(data), len(data), host or _LOOPBACK, port))

    def _receive(self, buf):
        room = writable(buf)
        since = time.ticks_ms()
        while True:
            count = _host.net_receive(self._number, _where(buf), room)
            if count != -EAGAIN:
                return _check(count)
            self._wait(_POLLIN, since)

    def recv(self, size):
        there = _host.net_available(self._number)
        buf = bytearray(min(size, there or _CHUNK))
        return bytes(memoryview(buf)[: self._receive(buf)])

    def recvfrom(self, size):
        buf = bytearray(min(size, _WHOLE_DATAGRAM))
        count = self._receive(buf)
        return bytes(memoryview(buf)[:count]), self._peer(self._number)

    # As a stream: where a call would block and must not, it answers None.

    def readinto(self, buf, nbytes=-1):
        if nbytes >= 0:
            buf = memoryview(buf)[:nbytes]
        try:
            return self._receive(buf)
        except OSError as er:
            if er.errno == EAGAIN:
                return None
            raise er

    # The bytes of one receive of at most this size; None where it would block.
    def _some(self, size):
        try:
            return self.recv(size)
        except OSError as er:
            if er.errno == EAGAIN:
                return None
            raise er

    def read(self, size=-1):
        data = b""
        while size < 0 or len(data) < size:
            more = self._some(_CHUNK if size < 0 else size - len(data))
            if more is None:
                return data or None
            if not more:
                break
            data += more
        return data

    def readline(self, size=-1):
        line = b""
        while not line or line[-1] != 10:
            length = _host.net_line_length(self._number) or 1
            if size >= 0:
                length = min(length, size - len(line))
                if not length:
                    break
            more = self._some(length)
            if more is None:
                return line or None
            if not more:
                break
            line += more
        return line

    def write(self, data, size=-1):
        try:
            return self.send(data if size < 0 else memoryview(data)[:size])
        except OSError as er:
            if er.errno == EAGAIN:
                return None
            raise er

    def ioctl(self, request, argument):
        if request == 3:
            return _host.net_ready(self._number) & (argument | 16)
        if request == 4:
            self.close()
            return 0
        return -1

    # asyncio: the current task waits for the socket.
    def _park_task(self, to_write):
        _host.net_park(self._number, to_write)
