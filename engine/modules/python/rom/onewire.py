# SPDX-License-Identifier: MIT
# The 1-Wire driver. https://docs.micropython.org/en/v1.27.0/esp8266/quickref.html#onewire-driver
# Searching for devices follows Maxim application note 187.
import _onewire
from machine import Pin


class OneWireError(Exception):
    pass


class OneWire:
    SEARCH_ROM = 0xF0
    MATCH_ROM = 0x55
    SKIP_ROM = 0xCC

    def __init__(self, pin):
        self.pin = pin
        pin.init(Pin.OPEN_DRAIN, Pin.PULL_UP)

    def reset(self, required=False):
        present = _onewire.reset(self.pin)
        if required and not present:
            raise OneWireError
        return present

    def readbit(self):
        return _onewire.readbit(self.pin)

    def readbyte(self):
        return _onewire.readbyte(self.pin)

    def readinto(self, buf):
        for i in range(len(buf)):
            buf[i] = _onewire.readbyte(self.pin)

    def writebit(self, value):
        _onewire.writebit(self.pin, value)

    def writebyte(self, value):
        _onewire.writebyte(self.pin, value)

    def write(self, buf):
        for byte in buf:
            _onewire.writebyte(self.pin, byte)

    def select_rom(self, rom):
        self.reset()
        self.writebyte(self.MATCH_ROM)
        self.write(rom)

    def crc8(self, data):
        return _onewire.crc8(data)

    # The addresses of all devices, as bytearrays of 8.
    def scan(self):
        found = []
        rom = bytearray(8)
        branch = -1  # the last bit at which the other way is still to be gone
        while True:
            if not self.reset():
                return found
            self.writebyte(self.SEARCH_ROM)
            next_branch = -1
            for i in range(64):
                bit = self.readbit()
                complement = self.readbit()
                if bit and complement:
                    return found
                if bit == complement:  # devices of both kinds
                    if i == branch:
                        bit = 1
                    elif i > branch:
                        bit = 0
                    else:
                        bit = rom[i >> 3] >> (i & 7) & 1
                    if not bit:
                        next_branch = i
                if bit:
                    rom[i >> 3] |= 1 << (i & 7)
                else:
                    rom[i >> 3] &= ~(1 << (i & 7)) & 0xFF
                self.writebit(bit)
            found.append(bytearray(rom))
            if next_branch < 0:
                return found
            branch = next_branch
