# A debounced push button with long and double presses, on a made-up pin.
import asyncio

class FakePin:
    level = 1

    def value(self):
        return self.level

class Button:
    debounce_ms = 20
    long_ms = 200
    double_ms = 150

    def __init__(self, pin):
        self.pin = pin
        self.handlers = {}
        self.task = asyncio.create_task(self.watch())

    def on(self, name, handler):
        self.handlers[name] = handler

    def call(self, name):
        if name in self.handlers:
            self.handlers[name]()

    async def watch(self):
        pressed = False
        long_task = None
        while True:
            now = self.pin.value() == 0
            if now != pressed:
                pressed = now
                self.call("press" if pressed else "release")
                if pressed:
                    long_task = asyncio.create_task(self.long())
                elif long_task:
                    long_task.cancel()
            await asyncio.sleep_ms(self.debounce_ms)

    async def long(self):
        await asyncio.sleep_ms(self.long_ms)
        self.call("long")

async def main():
    pin = FakePin()
    button = Button(pin)
    for name in ("press", "release", "long"):
        button.on(name, lambda name=name: print(name))
    for held in (60, 400):
        pin.level = 0
        await asyncio.sleep_ms(held)
        pin.level = 1
        await asyncio.sleep_ms(60)
    button.task.cancel()

asyncio.run(main())
