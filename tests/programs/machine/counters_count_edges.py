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
