# SPDX-License-Identifier: MIT
# MFRC522: say the number of a card that is held to the reader.
import asyncio
from machine import SPI, Pin

spi = SPI(0, 1000000)
select = Pin(17, Pin.OUT, value=1)
Pin(20, Pin.OUT, value=1)


def write(register, value):
    select.off()
    spi.write(bytes([register << 1, value]))
    select.on()


def read(register):
    select.off()
    spi.write(bytes([register << 1 | 0x80]))
    value = spi.read(1)[0]
    select.on()
    return value


# Sends a frame to the card; its answer, or None.
async def exchange(data, bits=0):
    write(0x04, 0x7F)  # no interrupts pending
    write(0x0A, 0x80)  # empty the buffer
    for byte in data:
        write(0x09, byte)
    write(0x01, 0x0C)  # transceive
    write(0x0D, 0x80 | bits)
    for _ in range(20):
        await asyncio.sleep_ms(2)
        pending = read(0x04)
        if pending & 0x20:
            return bytes([read(0x09) for _ in range(read(0x0A))])
        if pending & 0x01:
            return None


async def main():
    print("version", hex(read(0x37)))
    write(0x2A, 0x8D)  # the timer: about 25 ms
    write(0x2B, 0x3E)
    write(0x2C, 0)
    write(0x2D, 30)
    write(0x14, 0x83)  # antenna on
    print("card of type", (await exchange(b"\x26", 7)).hex())
    number = await exchange(b"\x93\x20")
    print("number of", len(number) - 1, "bytes, check", number[0] ^ number[1] ^ number[2] ^ number[3] == number[4])


asyncio.run(main())
