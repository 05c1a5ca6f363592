# SPDX-License-Identifier: MIT
class DHT11:
    "A sensor of humidity and temperature."
    def __init__(self, pin): pass
    def measure(self):
        "Asks the sensor."
    def temperature(self):
        "What it measured, in °C."
    def humidity(self):
        "What it measured, in %."
class DHT22(DHT11):
    "The same, finer."
    def __init__(self, pin): pass
