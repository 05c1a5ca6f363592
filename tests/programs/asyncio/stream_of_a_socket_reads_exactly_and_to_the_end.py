# check: cpython
# SPDX-License-Identifier: MIT
# read, readexactly and readline over a connection; more is written than fits on the way; the end of the stream.
import asyncio

SIZE = 40000


async def serve(reader, writer):
    print("head", await reader.readexactly(4))
    print("line", await reader.readline())
    total = 0
    while True:
        data = await reader.read(1000)
        if not data:
            break
        total += len(data)
    print("total", total)
    done.set()
    writer.close()


async def main():
    global done
    done = asyncio.Event()
    server = await asyncio.start_server(serve, "127.0.0.1", 8124)
    reader, writer = await asyncio.open_connection("127.0.0.1", 8124)
    writer.write(b"HEADfirst line\n")
    writer.write(bytes(SIZE))
    await writer.drain()
    writer.close()
    await writer.wait_closed()
    await done.wait()

    reader, writer = await asyncio.open_connection("127.0.0.1", 8124)
    writer.write(b"HE")
    await writer.drain()
    writer.close()
    await writer.wait_closed()
    await asyncio.sleep(0.05)
    server.close()


def quiet(loop, context):
    print("unretrieved", isinstance(context["exception"], EOFError))


async def run():
    asyncio.get_event_loop().set_exception_handler(quiet)
    await main()


asyncio.run(run())
