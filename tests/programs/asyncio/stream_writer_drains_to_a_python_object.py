import asyncio
import io

class Sink(io.IOBase):
    def __init__(self):
        self.written = []

    def write(self, data):
        piece = bytes(data[:4])
        self.written.append(piece)
        return len(piece)

    def ioctl(self, request, argument):
        if request == 3:
            return argument & 4
        return -1

async def main():
    sink = Sink()
    writer = asyncio.StreamWriter(sink, {})
    writer.write(b"hello world")
    await writer.drain()
    print(b"".join(sink.written))

asyncio.run(main())
