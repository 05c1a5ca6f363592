from machine import Pin
import time

# A level interrupts as long as it is there.
out = Pin(2, Pin.OUT, value=1)
count = 0


def low(pin):
    global count
    count += 1
    if count == 3:
        pin.irq(None)


irq = out.irq(low, Pin.IRQ_LOW_LEVEL)
time.sleep_ms(1)
print(count)
out.value(0)
time.sleep_ms(1)
print(count, irq.flags() == 0)
count = 0


# As with a chip's interrupt line: serving it takes the level away.
def serve(pin):
    global count
    count += 1
    print("served", pin.value(), irq.flags() == Pin.IRQ_HIGH_LEVEL)
    pin.value(0)


irq = out.irq(serve, Pin.IRQ_HIGH_LEVEL, priority=7)
out.value(1)
time.sleep_ms(1)
out.value(1)
time.sleep_ms(1)
print(count, irq.trigger() == Pin.IRQ_HIGH_LEVEL)

# A level that nobody takes away leaves the program a chance.
out.irq(lambda p: None, Pin.IRQ_LOW_LEVEL)
for i in range(3):
    print("still here", i)
out.irq(None)
