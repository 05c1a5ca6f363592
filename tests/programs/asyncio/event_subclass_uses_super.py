# check: cpython
import asyncio

class Message(asyncio.Event):
    def __init__(self):
        super().__init__()
        self.data = None

    def set(self, data=None):
        self.data = data
        super().set()

    async def wait(self):
        await super().wait()
        return self.data

async def receiver(message):
    print(await message.wait())

async def main():
    message = Message()
    task = asyncio.create_task(receiver(message))
    await asyncio.sleep(0)
    message.set("hello")
    await task
    print(isinstance(message, asyncio.Event))

asyncio.run(main())
