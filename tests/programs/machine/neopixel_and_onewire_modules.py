import neopixel
import onewire
from machine import Pin

pixels = neopixel.NeoPixel(Pin(2), 4)
pixels.fill((1, 2, 3))
pixels[-1] = (255, 0, 128)
pixels.write()
print(len(pixels), pixels[0], pixels[3], bytes(pixels.buf))
try:
    pixels[4] = (0, 0, 0)
except IndexError as error:
    print("IndexError", error)

wire = onewire.OneWire(Pin(3))
print(wire.reset(), wire.scan(), wire.crc8(b"\x28\xff\x64"))
try:
    wire.reset(True)
except onewire.OneWireError:
    print("nobody there")
