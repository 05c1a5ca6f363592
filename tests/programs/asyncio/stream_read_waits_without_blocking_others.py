import asyncio
import io

class Late(io.IOBase):
    ready = False

    def read(self, n):
        return b"ok" if self.ready else None

    def ioctl(self, request, argument):
        return (argument & 1 if self.ready else 0) if request == 3 else -1

async def ticker(late):
    for i in range(3):
        print("tick", i)
        await asyncio.sleep_ms(10)
    late.ready = True

async def main():
    late = Late()
    task = asyncio.create_task(ticker(late))
    print(await asyncio.StreamReader(late).read(2))
    await task

asyncio.run(main())
