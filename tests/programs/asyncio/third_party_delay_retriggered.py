# A retriggerable delay: a task that is cancelled and started afresh.
import asyncio
import time

class Delay:
    def __init__(self, function):
        self.function = function
        self.task = None

    def trigger(self, ms):
        self.stop()
        self.task = asyncio.create_task(self.run(ms))

    def stop(self):
        if self.task:
            self.task.cancel()
            self.task = None

    async def run(self, ms):
        await asyncio.sleep_ms(ms)
        self.task = None
        self.function()

async def main():
    start = time.ticks_ms()
    delay = Delay(lambda: print("fired", 115 <= time.ticks_diff(time.ticks_ms(), start) <= 125))
    for _ in range(4):
        delay.trigger(50)
        await asyncio.sleep_ms(23)
    await asyncio.sleep_ms(100)
    delay.trigger(50)
    delay.stop()
    await asyncio.sleep_ms(100)
    print("end")

asyncio.run(main())
