# check: cpython
# SPDX-License-Identifier: MIT
# A TCP server and its clients in one program: lines go to and fro, everybody is answered, the server closes.
import asyncio


async def serve(reader, writer):
    while True:
        line = await reader.readline()
        if not line:
            break
        writer.write(line.upper())
        await writer.drain()
    writer.close()
    await writer.wait_closed()


async def client(name, words):
    reader, writer = await asyncio.open_connection("127.0.0.1", 8123)
    answers = []
    for word in words:
        writer.write((name + " " + word + "\n").encode())
        await writer.drain()
        answers.append(await reader.readline())
    writer.close()
    await writer.wait_closed()
    return answers


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 8123)
    async with server:
        for answers in await asyncio.gather(client("a", ["one", "two"]), client("b", []), client("c", ["three"])):
            print(answers)
    try:
        await asyncio.open_connection("127.0.0.1", 8123)
    except OSError as er:
        print("refused", er.errno == 111)


asyncio.run(main())
