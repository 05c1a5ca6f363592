# boards: raspberry-pi-pico
from machine import Pin, SoftI2C

i2c = SoftI2C(Pin(5), Pin(4), freq=100000)
i2c.start()
print(i2c.write(b"\x80"))  # nobody acknowledges
i2c.stop()
i2c.start()
i2c.write(b"\x81")
data = bytearray(2)
i2c.readinto(data)
i2c.stop()
print(data)
