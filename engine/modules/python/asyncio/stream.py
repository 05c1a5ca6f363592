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


async def open_connection(host, port, ssl=None, server_hostname=None):
    raise NotImplementedError("asyncio.open_connection: this board has no network yet")


async def start_server(cb, host, port, backlog=5, ssl=None):
    raise NotImplementedError("asyncio.start_server: this board has no network yet")
