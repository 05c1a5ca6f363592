# SPDX-License-Identifier: MIT
import asyncio
import micropython

ring = micropython.RingIO(8)


async def produce():
    stream = asyncio.StreamWriter(ring)
    for n in range(4):
        await stream.awrite(b"line %d\n" % n)


async def main():
    task = asyncio.create_task(produce())
    stream = asyncio.StreamReader(ring)
    for _ in range(4):
        print(await stream.readline())
    await task
    print(ring.any(), ring.read(), ring.write(b"0123456789"), ring.read(3), ring)
    await stream.aclose()


asyncio.run(main())
