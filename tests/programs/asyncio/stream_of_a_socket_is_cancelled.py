# check: cpython
# SPDX-License-Identifier: MIT
# A read that times out leaves the connection usable; a server's task that is cancelled ends; others run meanwhile.
import asyncio


async def serve(reader, writer):
    try:
        print("server read", await reader.read(10))
        await asyncio.sleep(0.1)
        writer.write(b"late")
        await writer.drain()
        await reader.read(10)
    except asyncio.CancelledError:
        print("never")


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 8125)
    reader, writer = await asyncio.open_connection("127.0.0.1", 8125)
    writer.write(b"early")
    await writer.drain()
    try:
        await asyncio.wait_for(reader.read(10), 0.02)
    except asyncio.TimeoutError:
        print("timeout")
    print(await reader.read(10))
    writer.close()
    await writer.wait_closed()
    server.close()
    print("closed")


asyncio.run(main())
