# SPDX-License-Identifier: MIT
# A 128 × 64 display with an SSD1306 on I2C: draw on it as on any FrameBuffer, then show() it.

import asyncio
import framebuf

COMMAND, DATA = b"\x00", b"\x40"
START = bytes((0x8D, 0x14, 0x20, 0x00, 0xA1, 0xC8, 0xAF))     # charge pump on, bytes in rows, upright, on


class Oled(framebuf.FrameBuffer):
    width, height = 128, 64

    def __init__(self, i2c, address=0x3C):
        self.i2c = i2c
        self.address = address
        self.buffer = bytearray(self.width * self.height // 8)
        super().__init__(self.buffer, self.width, self.height, framebuf.MONO_VLSB)
        i2c.writevto(address, (COMMAND, START))

    async def show(self):
        """Sends the picture in eight stripes and lets the others run after each: nobody waits longer than 4 ms for the bus."""
        self.i2c.writevto(self.address, (COMMAND, bytes((0x21, 0, 127, 0x22, 0, 7))))
        stripes = memoryview(self.buffer)
        for stripe in range(0, len(stripes), 128):
            self.i2c.writevto(self.address, (DATA, stripes[stripe:stripe + 128]))
            await asyncio.sleep_ms(0)
