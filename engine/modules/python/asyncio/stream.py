# SPDX-License-Identifier: MIT
from . import core


class Stream:
    def __init__(self, s, e={}):
        self.s = s
        self.e = e
        self.out_buf = b""

    def get_extra_info(self, v):
        return self.e[v]

    async def __aenter__(self):
        return self

    async def __aexit__(self, exc_type, exc, tb):
        await self.close()

    def close(self):
        pass

    async def wait_closed(self):
        self.s.close()

    # async
    def read(self, n=-1):
        r = b""
        while True:
            yield core._streams().queue_read(self.s)
            r2 = self.s.read(n)
            if r2 is not None:
                if n >= 0:
                    return r2
                if not len(r2):
                    return r
                r += r2

    # async
    def readinto(self, buf):
        yield core._streams().queue_read(self.s)
        return self.s.readinto(buf)

    # async
    def readexactly(self, n):
        r = b""
        while n:
            yield core._streams().queue_read(self.s)
            r2 = self.s.read(n)
            if r2 is not None:
                if not len(r2):
                    raise EOFError
                r += r2
                n -= len(r2)
        return r

    # async
    def readline(self):
        l = b""
        while True:
            yield core._streams().queue_read(self.s)
            l2 = self.s.readline()
            if l2 is None:
                continue
            l += l2
            if not l2 or l[-1] == 10:
                return l

    def write(self, buf):
        if not self.out_buf:
            # What goes at once goes without a buffer.
            ret = self.s.write(buf)
            if ret == len(buf):
                return
            if ret is not None:
                buf = buf[ret:]
        self.out_buf += buf

    # async
    def drain(self):
        if not self.out_buf:
            # Leave others their turn even so.
            return (yield from core.sleep_ms(0))
        mv = memoryview(self.out_buf)
        off = 0
        while off < len(mv):
            yield core._streams().queue_write(self.s)
            ret = self.s.write(mv[off:])
            if ret is not None:
                off += ret
        self.out_buf = b""


# The names of uasyncio's first years, which MicroPython still has.
# async
def _write_and_drain(self, buf, off=0, sz=-1):
    if off != 0 or sz != -1:
        buf = memoryview(buf)
        buf = buf[off : off + (len(buf) if sz == -1 else sz)]
    self.write(buf)
    yield from self.drain()


Stream.aclose = Stream.wait_closed
Stream.awrite = _write_and_drain
Stream.awritestr = _write_and_drain

StreamReader = Stream
StreamWriter = Stream


def _refuse_ssl(ssl):
    if ssl:
        raise NotImplementedError("asyncio: ssl is not on this board")


# async
def open_connection(host, port, ssl=None, server_hostname=None):
    import socket

    _refuse_ssl(ssl)
    kind = socket.getaddrinfo(host, port, 0, socket.SOCK_STREAM)[0]
    s = socket.socket(kind[0], kind[1], kind[2])
    s.setblocking(False)
    try:
        s.connect(kind[-1])
    except OSError as er:
        s.close()
        raise er
    yield core._streams().queue_write(s)
    stream = Stream(s)
    return stream, stream


# A listening socket and the task that accepts: each connection gets a task of its own.
class Server:
    _closing = False

    async def __aenter__(self):
        return self

    async def __aexit__(self, exc_type, exc, tb):
        self.close()
        await self.wait_closed()

    def close(self):
        self._closing = True
        self.task.cancel()

    async def wait_closed(self):
        await self.task

    # async
    def _serve(self, s, cb):
        while True:
            try:
                yield core._streams().queue_read(s)
            except core.CancelledError as er:
                s.close()
                if self._closing:
                    return
                raise er
            try:
                connection, address = s.accept()
            except OSError:
                # It went away before it was accepted.
                continue
            connection.setblocking(False)
            stream = Stream(connection, {"peername": address})
            core.create_task(cb(stream, stream))


async def start_server(cb, host, port, backlog=5, ssl=None):
    import socket

    _refuse_ssl(ssl)
    kind = socket.getaddrinfo(host, port)[0]
    s = socket.socket(kind[0])
    s.setblocking(False)
    s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        s.bind(kind[-1])
        s.listen(backlog)
    except OSError as er:
        s.close()
        raise er
    server = Server()
    server.task = core.create_task(server._serve(s, cb))
    try:
        # The accepting task has its first turn, so that a cancellation finds it waiting.
        await core.sleep_ms(0)
    except core.CancelledError as er:
        server.task.cancel()
        raise er
    return server
