import asyncio
import io

class Silent(io.IOBase):
    def read(self, n):
        return None

    def ioctl(self, request, argument):
        return 0

async def main():
    try:
        await asyncio.wait_for_ms(asyncio.StreamReader(Silent()).read(1), 20)
    except asyncio.TimeoutError:
        print("TimeoutError")

asyncio.run(main())
