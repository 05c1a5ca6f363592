from machine import ADC

# RP2040 data sheet 4.9.5. The board's own warmth is that of the air and its heating.
for sensor in (ADC(4), ADC(ADC.CORE_TEMP)):
    volts = sensor.read_u16() * 3.3 / 65535
    celsius = 27 - (volts - 0.706) / 0.001721
    print(20 < celsius < 30)
