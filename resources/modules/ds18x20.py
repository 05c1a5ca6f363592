# SPDX-License-Identifier: MIT
class DS18X20:
    "Temperature sensors on a 1-Wire bus."
    def __init__(self, onewire): pass
    def scan(self):
        "The addresses of the sensors."
    def convert_temp(self):
        "All of them measure; takes 750 ms."
    def read_temp(self, rom):
        "What one of them measured, in °C."
    def read_scratch(self, rom):
        "Its registers."
    def write_scratch(self, rom, buf):
        "Writes its registers."
