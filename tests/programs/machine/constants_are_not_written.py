# What the board fills must be writable: bytes, text and views of them are refused, arrays and views of arrays are not.
import socket
from array import array
from machine import I2C, I2CTarget, I2S, Pin, SoftI2C, SoftSPI, UART, dht_readinto

CONSTANT = b"abcdefgh"
TEXT = "machine"
spi = SoftSPI(sck=Pin(2), mosi=Pin(3), miso=Pin(4))
soft = SoftI2C(Pin(7), Pin(6))
i2c = I2C(0)
uart = UART(1, tx=8, rx=9)
uart.write(b"12")
audio = I2S(0, sck=Pin(10), ws=Pin(11), sd=Pin(12), mode=I2S.RX, bits=16, format=I2S.MONO, rate=8000, ibuf=400)
udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
calls = (
    ("SPI.readinto", spi.readinto),
    ("SPI.write_readinto", lambda buf: spi.write_readinto(bytes(len(buf)), buf)),
    ("SoftI2C.readinto", soft.readinto),
    ("I2C.readfrom_into", lambda buf: i2c.readfrom_into(0x40, buf)),
    ("I2C.readfrom_mem_into", lambda buf: i2c.readfrom_mem_into(0x40, 0, buf)),
    ("I2CTarget.mem", lambda buf: I2CTarget(1, 0x40, mem=buf, scl=Pin(15), sda=Pin(14))),
    ("UART.readinto", uart.readinto),
    ("I2S.readinto", audio.readinto),
    ("I2S.shift", lambda buf: I2S.shift(buf=buf, bits=16, shift=1)),
    ("dht_readinto", lambda buf: dht_readinto(Pin(13), buf)),
    ("socket.readinto", udp.readinto),
)
for name, call in calls:
    for buf in (CONSTANT, TEXT, memoryview(CONSTANT)[2:]):
        try:
            print(name, "filled it:", call(buf))
        except TypeError as error:
            print(name, error)
print(CONSTANT, TEXT)

for buf in (array("h", [1, 2]), memoryview(array("h", [1, 2]))[1:], memoryview(bytearray(b"1234"))[1:3]):
    I2S.shift(buf=buf, bits=16, shift=1)
    print(bytes(buf))
spi.readinto(b"")
