# match: lines
from machine import UART, Pin
import time

uart = UART(0, 9600)
print(uart)
print(uart.any(), uart.read(), uart.readline())
start = time.ticks_us()
print(uart.write("hello\n"))
print(uart.txdone())
uart.flush()
print(uart.txdone(), 6200 < time.ticks_diff(time.ticks_us(), start) < 6600)
for wrong in (lambda: UART(5), lambda: UART(0, tx=Pin(1)), lambda: UART(0, bits=3)):
    try:
        wrong()
    except ValueError as error:
        print("ValueError", error)
