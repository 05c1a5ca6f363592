from machine import Counter, Encoder, Pin

pin = Pin(2, Pin.OUT)
counter = Counter(0, pin)
down = Counter(1, Pin(2), edge=Counter.FALLING, direction=Counter.DOWN)
for _ in range(5):
    pin.on()
    pin.off()
print(counter.value(), down.value())
print(counter.value(100), counter.value())

a, b = Pin(3, Pin.OUT), Pin(6, Pin.OUT)
encoder = Encoder(0, a, b, phases=4)
forwards = ((1, 0), (1, 1), (0, 1), (0, 0))
for x, y in forwards * 3:
    a(x)
    b(y)
print(encoder.value())
for x, y in tuple(reversed(forwards[:3])) + ((0, 0),):
    a(x)
    b(y)
print(encoder.value())

# A range that rolls over, and what happens in it.
import time

heard = []
names = {Counter.IRQ_MATCH: "match", Counter.IRQ_ROLL_OVER: "over", Counter.IRQ_ROLL_UNDER: "under", Counter.IRQ_INDEX: "index", Counter.IRQ_HOME: "home"}
way, index, home = Pin(7, Pin.OUT, value=0), Pin(8, Pin.OUT, value=0), Pin(9, Pin.OUT, value=0)
counter.init(pin, min=10, max=14, match=12, direction=way, index=index, home=home)
counter.irq(31, lambda c: heard.append((names[c.irq().flags()], c.value(), c.cycles())))


def pulse(which, count=1):
    for _ in range(count):
        which.on()
        which.off()
    time.sleep_us(100)


pulse(pin, 6)
print(counter.value(), counter.cycles(), [h[0] for h in heard])
heard.clear()
way.on()
pulse(pin, 3)
print(counter.value(), counter.cycles(), heard)
heard.clear()
counter.irq().trigger(31)
pulse(pin, 1)
pulse(index)
pulse(home)
print(counter.value(), counter.cycles(-7), counter.cycles(), [h[0] for h in heard])
for wrong in (lambda: counter.init(pin, min=5, max=3), lambda: counter.init(pin, edge=9), lambda: Encoder(1, a, b, phases=3), lambda: counter.irq(99)):
    try:
        wrong()
    except ValueError as error:
        print("ValueError", error)

# An encoder that does not see what is too short.
slow = Encoder(2, a, b, phases=4, filter_ns=50000)
for x, y in forwards:
    a(x)
    b(y)
    time.sleep_us(100)
b.on()
b.off()
time.sleep_us(100)
print(slow.value())
