# SPDX-License-Identifier: MIT
# ST7789: windows of a colour display over SPI, and a light behind it that PWM fades in while the picture is drawn.
import asyncio
import framebuf
from machine import PWM, SPI, Pin

spi = SPI(0, 40_000_000, sck=Pin(18), mosi=Pin(19))
dc, reset, select = Pin(20, Pin.OUT), Pin(21, Pin.OUT, value=0), Pin(17, Pin.OUT, value=1)
light = PWM(Pin(22), freq=1000, duty_u16=0)
line = bytearray(240 * 8 * 2)
strip = framebuf.FrameBuffer(line, 240, 8, framebuf.RGB565)


def send(command, data=b""):
    select(0)
    dc(0)
    spi.write(bytes((command,)))
    dc(1)
    spi.write(data)
    select(1)


def rows(first, count):
    send(0x2A, b"\x00\x00\x00\xef")
    send(0x2B, bytes((0, first, 0, first + count - 1)))


def swapped(red, green, blue):
    # A FrameBuffer keeps its bytes the other way round.
    colour = (red & 0xF8) << 8 | (green & 0xFC) << 3 | blue >> 3
    return (colour & 0xFF) << 8 | colour >> 8


async def start():
    await asyncio.sleep_ms(10)
    reset(1)
    await asyncio.sleep_ms(120)
    send(0x11)  # out of sleep
    await asyncio.sleep_ms(120)
    send(0x3A, b"\x55")  # 16 bits a pixel
    send(0x21)  # this glass shows colours inverted
    send(0x29)  # on


async def fade():
    for duty in range(0, 65536, 2048):
        light.duty_u16(duty)
        await asyncio.sleep_ms(20)
    light.duty_u16(65535)


async def draw():
    for row in range(0, 240, 8):
        for x in range(0, 240, 8):
            strip.fill_rect(x, 0, 8, 8, swapped(x, row, 255 - (x + row) // 2))
        if row == 112:
            strip.text("Coroboard", 84, 0, 0xFFFF)
        rows(row, 8)
        send(0x2C, line)
        await asyncio.sleep_ms(10)
    print("drawn")


async def main():
    await start()
    await asyncio.gather(draw(), fade())


asyncio.run(main())
