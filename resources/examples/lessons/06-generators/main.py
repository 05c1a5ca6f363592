# SPDX-License-Identifier: MIT
#
# 6 · Generators: the same mechanism with another driver; here the consumer pulls.
#
# A generator stops at yield as a coroutine stops at await. The difference is who resumes it:
# whoever calls next() or send(), or the event loop. Read along in the console.

from machine import Pin

red = Pin(16, Pin.OUT)


def squares():
    n = 0
    while True:
        yield n * n
        n += 1


def average():
    """Each send() gives it a number; it answers with the mean so far."""
    total, count, mean = 0, 0, None
    try:
        while True:
            value = yield mean
            total, count = total + value, count + 1
            mean = total / count
    except ValueError:
        print("average: thrown at, and lived")
        yield "odd value"
    finally:
        red.off()
        print("average: closed after", count)


numbers = squares()
print("made; nothing has run")
print("pulled:", next(numbers), next(numbers), next(numbers))
print("pulled by for:", [value for value, _ in zip(numbers, range(3))])

red.on()
mean = average()
next(mean)                                     # up to its first yield
print("sent 10:", mean.send(10))
print("sent 20:", mean.send(20))
print("thrown:", mean.throw(ValueError("nonsense")))
mean.close()
