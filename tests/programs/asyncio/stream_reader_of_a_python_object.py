import asyncio
import io

MP_STREAM_POLL = 3
MP_STREAM_POLL_RD = 1

class Source(io.IOBase):
    def __init__(self):
        self.data = b""

    def put(self, data):
        self.data += data

    def read(self, n=-1):
        if not self.data:
            return None
        n = len(self.data) if n < 0 else n
        piece, self.data = self.data[:n], self.data[n:]
        return piece

    def readline(self):
        if not self.data:
            return None
        n = self.data.find(b"\n") + 1
        return self.read(n if n else len(self.data))

    def ioctl(self, request, argument):
        if request == MP_STREAM_POLL:
            return MP_STREAM_POLL_RD if self.data and argument & MP_STREAM_POLL_RD else 0
        return -1

async def feed(source):
    for piece in (b"one\ntw", b"o\n", b"three bytes!"):
        await asyncio.sleep_ms(10)
        source.put(piece)

async def main():
    source = Source()
    reader = asyncio.StreamReader(source)
    asyncio.create_task(feed(source))
    print(await reader.readline())
    print(await reader.readline())
    print(await reader.readexactly(5))
    print(await reader.read(3))

asyncio.run(main())
