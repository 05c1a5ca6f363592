# SPDX-License-Identifier: MIT
class NeoPixel:
    "A chain of coloured lights."
    def __init__(self, pin, n, bpp=3, timing=1): pass
    def fill(self, v):
        "All of them in one colour; then write()."
    def write(self):
        "Sends the colours."
