# SPDX-License-Identifier: MIT
# A strip of WS2812 pixels. https://docs.micropython.org/en/v1.27.0/library/neopixel.html
from machine import bitstream


class NeoPixel:
    # The places of red, green, blue and white in what is sent.
    ORDER = (1, 0, 2, 3)

    def __init__(self, pin, n, bpp=3, timing=1):
        self.pin = pin
        self.n = n
        self.bpp = bpp
        self.buf = bytearray(n * bpp)
        # Nanoseconds high and low for a 0, high and low for a 1: at 400 kHz (0) and 800 kHz (1).
        self.timing = ((400, 850, 800, 450) if timing else (800, 1700, 1600, 900)) if isinstance(timing, int) else timing
        pin.init(pin.OUT)

    def __len__(self):
        return self.n

    def _at(self, i):
        if not -self.n <= i < self.n:
            raise IndexError("pixel index out of range")
        return i % self.n * self.bpp

    def __setitem__(self, i, v):
        at = self._at(i)
        for colour in range(self.bpp):
            self.buf[at + self.ORDER[colour]] = v[colour]

    def __getitem__(self, i):
        at = self._at(i)
        return tuple([self.buf[at + self.ORDER[colour]] for colour in range(self.bpp)])

    def fill(self, v):
        for i in range(self.n):
            self[i] = v

    def write(self):
        bitstream(self.pin, 0, self.timing, self.buf)
