from machine import Pin, SPI, SoftSPI

spi = SPI(0, 1000000)
print(spi)
Pin(16, Pin.IN, Pin.PULL_UP)
spi = SPI(0, baudrate=100000, sck=Pin(18), mosi=Pin(19), miso=Pin(16))
print(spi.read(2))
answer = bytearray(3)
spi.write_readinto(b"abc", answer)
print(answer)
soft = SoftSPI(baudrate=500000, polarity=1, phase=0, sck=Pin(2), mosi=Pin(3), miso=Pin(4))
print(soft)
soft.write(b"hello")
for wrong in (lambda: SPI(9), lambda: SPI(0, bits=16), lambda: spi.write_readinto(b"ab", answer), lambda: SoftSPI(sck=Pin(2))):
    try:
        wrong()
    except ValueError as error:
        print("ValueError", error)
