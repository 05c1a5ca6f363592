# boards: esp32-devkit
# What was closed, or never opened, raises; nothing of it stops the board.
import asyncio, select, time
from machine import ADC, Counter, DAC, Encoder, I2C, I2CTarget, I2S, Pin, PWM, SoftI2C, SPI, Timer, UART


def attempt(name, *functions):
    for function in functions:
        try:
            print(name, function())
        except (OSError, ValueError, RuntimeError) as error:
            print(name, type(error).__name__, error)


counter, encoder = Counter(0), Encoder(0)
print(counter, encoder)
attempt("unopened", counter.value, encoder.cycles, lambda: counter.irq(1, print))
counter.init(Pin(4))
print(counter, counter.value())
counter.deinit()
counter.deinit()
attempt("counter", counter.value, lambda: counter.value(3), counter.cycles)

# Opening one again takes it over.
first = Counter(1, Pin(4))
second = Counter(1, Pin(5))
attempt("taken over", first.value, second.value)
for wrong in (99, -1, "x", 8, 1.0):
    attempt("id", lambda: Counter(wrong, Pin(4)), lambda: Encoder(wrong))

dac, other = DAC(Pin(25)), DAC(Pin(25))
dac.write(3)
other.deinit()
attempt("dac", lambda: dac.write(3), lambda: dac.write(300))

# Two objects of one UART are one UART.
uart = UART(2, 9600, tx=17, rx=16, timeout=100)
same = UART(2, 9600, tx=17, rx=16, timeout=100)
print(uart.any(), uart.write(b"ab"), same.any())
same.deinit()
attempt("uart", uart.any, uart.read, uart.txdone, uart.flush, uart.sendbreak, lambda: uart.write(b"x"), lambda: uart.irq(print, UART.IRQ_RX))
poll = select.poll()
poll.register(uart, select.POLLIN | select.POLLOUT)
print(poll.poll(0)[0][1])
poll.unregister(uart)


# Closed by a handler while the program waits.
def meanwhile(closing):
    Timer(0).init(mode=Timer.ONE_SHOT, period=5, callback=lambda t: closing.deinit())


def flush():
    uart.write(bytes(30))
    uart.flush()
    return uart.any()


for wait in (lambda: uart.read(1), lambda: uart.write(bytes(1000)), flush):
    uart.init(9600, txbuf=32)
    meanwhile(uart)
    attempt("meanwhile", wait)

audio = I2S(0, sck=Pin(14), ws=Pin(13), sd=Pin(12), mode=I2S.TX, bits=16, format=I2S.MONO, rate=8000, ibuf=400)
meanwhile(audio)
attempt("audio", lambda: audio.write(bytes(4000)), lambda: audio.write(b""))
poll.register(audio, select.POLLOUT)
print(poll.poll(0)[0][1])

# A task that waits for it hears of it.
async def hear():
    try:
        print("task", await asyncio.StreamReader(uart).read(1))
    except OSError as error:
        print("task", error)


async def close_while_it_hears():
    task = asyncio.create_task(hear())
    await asyncio.sleep_ms(5)
    uart.deinit()
    await asyncio.wait_for(task, 1)


uart.init(9600)
asyncio.run(close_while_it_hears())

# These can still be used, or answer nothing.
i2c, soft, spi, pwm, adc = I2C(0), SoftI2C(Pin(18), Pin(19)), SPI(1), PWM(Pin(5)), ADC(Pin(34))
timer = Timer(1)
for each in (i2c, soft, spi, pwm, timer):
    each.deinit()
    each.deinit()
print(i2c.scan(), soft.scan(), spi.read(1), adc.read_u16() >= 0)
attempt("pwm", lambda: pwm.freq(100), pwm.duty_u16, lambda: pwm)
target = I2CTarget(1, 0x42, scl=Pin(26), sda=Pin(27))
target.deinit()
attempt("target", lambda: target.write(b"x"), lambda: target.readinto(bytearray(1)), lambda: target.memaddr)
