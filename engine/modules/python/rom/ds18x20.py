# SPDX-License-Identifier: MIT
# DS18S20 and DS18B20 thermometers on a OneWire bus. https://docs.micropython.org/en/v1.27.0/esp8266/tutorial/onewire.html
# Registers: Maxim DS18B20 data sheet, tables 1 and 2; DS18S20 data sheet, "Operation - measuring temperature".
_CONVERT = 0x44
_READ_SCRATCHPAD = 0xBE
_WRITE_SCRATCHPAD = 0x4E


class DS18X20:
    def __init__(self, onewire):
        self.ow = onewire
        self.buf = bytearray(9)

    def scan(self):
        return [rom for rom in self.ow.scan() if rom[0] in (0x10, 0x22, 0x28)]

    def convert_temp(self):
        self.ow.reset(True)
        self.ow.writebyte(self.ow.SKIP_ROM)
        self.ow.writebyte(_CONVERT)

    def read_scratch(self, rom):
        self.ow.reset(True)
        self.ow.select_rom(rom)
        self.ow.writebyte(_READ_SCRATCHPAD)
        self.ow.readinto(self.buf)
        if self.ow.crc8(self.buf):
            raise Exception("CRC error")
        return self.buf

    def write_scratch(self, rom, buf):
        self.ow.reset(True)
        self.ow.select_rom(rom)
        self.ow.writebyte(_WRITE_SCRATCHPAD)
        self.ow.write(buf)

    # In degrees Celsius.
    def read_temp(self, rom):
        buf = self.read_scratch(rom)
        raw = buf[1] << 8 | buf[0]
        if raw & 0x8000:
            raw -= 0x10000
        if rom[0] != 0x10:
            return raw / 16
        if buf[7] == 0:
            return raw / 2
        # Half degrees, refined by what the converter has left to count.
        return (raw >> 1) - 0.25 + (buf[7] - buf[6]) / buf[7]
