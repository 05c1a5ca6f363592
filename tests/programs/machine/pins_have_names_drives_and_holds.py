from machine import Pin

out = Pin(2, Pin.OUT)


def nothing(pin):
    pass


# Pins by name, drive strengths, held pads.
print(Pin.board.GP2 is out, Pin.cpu.GP2 is out)
try:
    Pin.board.GP99
except AttributeError as error:
    print("AttributeError", error)
print(out.drive(), Pin(3, Pin.OUT, drive=Pin.DRIVE_3).drive())
for wrong in (lambda: out.drive(9), lambda: out.irq(nothing, 99), lambda: out.irq(nothing, priority=0), lambda: Pin(2, mode=9), lambda: Pin(2, Pin.ALT, alt=77)):
    try:
        wrong()
    except ValueError as error:
        print("ValueError", error)
Pin(2, Pin.OUT, value=1, hold=True)
out.value(0)
print(out.value())
out.init(hold=False)
print(out.value())
Pin(0, Pin.ALT, alt=Pin.ALT_UART)
print(Pin(0))
