# SPDX-License-Identifier: MIT
class OneWire:
    "A 1-Wire bus on a pin."
    def __init__(self, pin): pass
    def reset(self, required=False):
        "Whether somebody is there."
    def scan(self):
        "The addresses of everyone on the bus."
    def readbit(self):
        "Reads a bit."
    def readbyte(self):
        "Reads a byte."
    def readinto(self, buf):
        "Fills a buffer."
    def writebit(self, value):
        "Writes a bit."
    def writebyte(self, value):
        "Writes a byte."
    def write(self, buf):
        "Writes bytes."
    def select_rom(self, rom):
        "Speaks to one of them."
    def crc8(self, data):
        "The check sum."
class OneWireError: "Nobody answers."
