# boards: raspberry-pi-pico
from machine import I2C, Pin, SoftI2C

i2c = I2C(0)
print(i2c)
print(i2c.scan())
soft = SoftI2C(Pin(1), Pin(0), freq=100000)
print(soft.scan())


def attempt(function, *arguments):
    try:
        print(function(*arguments))
    except Exception as error:
        print(type(error).__name__, error)


attempt(i2c.writeto, 0x40, b"1")
attempt(soft.writeto, 0x40, b"1")
attempt(i2c.readfrom_mem, 0x40, 0, 2)
attempt(i2c.start)
attempt(lambda: I2C(7))
attempt(lambda: I2C(0, scl=Pin(4), sda=Pin(5)))
attempt(lambda: I2C(0, freq=0))

# A wire that is held low.
held = SoftI2C(Pin(3), Pin(2))
Pin(3, Pin.OUT, value=0)
attempt(held.writeto, 0x40, b"1")
