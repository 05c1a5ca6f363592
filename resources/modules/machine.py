# SPDX-License-Identifier: MIT
class Pin:
    "A pin of the chip."
    IN = 0
    OUT = 1
    OPEN_DRAIN = 2
    PULL_UP = 1
    PULL_DOWN = 2
    IRQ_RISING = 1
    IRQ_FALLING = 2
    def __init__(self, id, mode=-1, pull=-1, *, value=None): pass
    def init(self, mode=-1, pull=-1, *, value=None):
        "Sets the pin up again."
    def value(self, x=None):
        "Reads the level, or sets it."
    def on(self):
        "Sets the pin high."
    def off(self):
        "Sets the pin low."
    def high(self):
        "Sets the pin high."
    def low(self):
        "Sets the pin low."
    def toggle(self):
        "Turns the level around."
    def mode(self, mode=None):
        "Tells or sets the direction."
    def pull(self, pull=None):
        "Tells or sets the pull resistor."
    def irq(self, handler=None, trigger=IRQ_FALLING | IRQ_RISING, *, priority=1, wake=None, hard=False):
        "Calls the handler at edges."

class Signal:
    "A pin that may be inverted."
    def __init__(self, pin, *, invert=False): pass
    def value(self, x=None):
        "Reads or sets whether it is active."
    def on(self):
        "Makes it active."
    def off(self):
        "Makes it inactive."

class ADC:
    "An analogue input."
    def __init__(self, id): pass
    def read_u16(self):
        "The voltage, 0 to 65535."
    def read_uv(self):
        "The voltage in microvolts."

class DAC:
    "An analogue output."
    def __init__(self, pin): pass
    def write(self, value):
        "Sets the voltage, 0 to 255."

class PWM:
    "A pulse train on a pin."
    def __init__(self, dest, *, freq, duty_u16, duty_ns, invert=False): pass
    def init(self, *, freq, duty_u16, duty_ns):
        "Changes it."
    def freq(self, value=None):
        "Tells or sets the frequency in hertz."
    def duty_u16(self, value=None):
        "Tells or sets the duty, 0 to 65535."
    def duty_ns(self, value=None):
        "Tells or sets the width of a pulse in nanoseconds."
    def deinit(self):
        "Switches it off."

class SoftI2C:
    "An I2C bus on any two pins."
    def __init__(self, scl, sda, *, freq=400000, timeout=50000): pass
    def scan(self):
        "The addresses of everyone on the bus."
    def readfrom(self, addr, nbytes, stop=True, /):
        "Reads so many bytes."
    def readfrom_into(self, addr, buf, stop=True, /):
        "Fills a buffer."
    def writeto(self, addr, buf, stop=True, /):
        "Writes; tells how many bytes were acknowledged."
    def writevto(self, addr, vector, stop=True, /):
        "Writes several buffers in one go."
    def readfrom_mem(self, addr, memaddr, nbytes, *, addrsize=8):
        "Reads from a register."
    def readfrom_mem_into(self, addr, memaddr, buf, *, addrsize=8):
        "Fills a buffer from a register."
    def writeto_mem(self, addr, memaddr, buf, *, addrsize=8):
        "Writes to a register."
    def start(self):
        "A START on the wires."
    def stop(self):
        "A STOP on the wires."
    def readinto(self, buf, nack=True, /):
        "Reads bytes after a START."
    def write(self, buf):
        "Writes bytes after a START."

class I2C(SoftI2C):
    "An I2C bus of the chip."
    def __init__(self, id, *, scl=None, sda=None, freq=400000, timeout=50000): pass

class SoftSPI:
    "An SPI bus on any pins."
    MSB = 0
    LSB = 1
    def __init__(self, baudrate=500000, *, polarity=0, phase=0, bits=8, firstbit=MSB, sck=None, mosi=None, miso=None): pass
    def init(self, baudrate=1000000, *, polarity=0, phase=0, bits=8, firstbit=MSB):
        "Sets it up again."
    def read(self, nbytes, write=0x00):
        "Reads so many bytes."
    def readinto(self, buf, write=0x00):
        "Fills a buffer."
    def write(self, buf):
        "Writes bytes."
    def write_readinto(self, write_buf, read_buf):
        "Writes and reads at once."
    def deinit(self):
        "Switches it off."

class SPI(SoftSPI):
    "An SPI bus of the chip."
    def __init__(self, id, baudrate=1000000, *, polarity=0, phase=0, bits=8, firstbit=MSB, sck=None, mosi=None, miso=None): pass

class UART:
    "A serial port."
    IRQ_RX = 1
    IRQ_RXIDLE = 64
    def __init__(self, id, baudrate=115200, bits=8, parity=None, stop=1, *, tx=None, rx=None, timeout=0, rxbuf=256): pass
    def init(self, baudrate=115200, bits=8, parity=None, stop=1):
        "Sets it up again."
    def any(self):
        "How many bytes wait."
    def read(self, nbytes=None):
        "What has arrived; None when there is nothing."
    def readinto(self, buf, nbytes=None):
        "Fills a buffer."
    def readline(self):
        "A line."
    def write(self, buf):
        "Sends bytes."
    def flush(self):
        "Waits until all is sent."
    def txdone(self):
        "Whether all is sent."
    def sendbreak(self):
        "Holds the line low for a moment."
    def irq(self, handler, trigger, hard=False):
        "Calls the handler when something arrives."
    def deinit(self):
        "Switches it off."

class Timer:
    "Calls a function later, once or again and again."
    ONE_SHOT = 0
    PERIODIC = 1
    def __init__(self, id=-1, *, mode=PERIODIC, freq=-1, period=-1, callback=None, hard=False): pass
    def init(self, *, mode=PERIODIC, freq=-1, period=-1, callback=None, hard=False):
        "Starts it again."
    def deinit(self):
        "Stops it."

class RTC:
    "The clock of the calendar."
    def __init__(self): pass
    def datetime(self, datetimetuple=None):
        "Tells or sets (year, month, day, weekday, hours, minutes, seconds, subseconds)."
    def now(self):
        "The time now."
    def init(self, datetimetuple):
        "Sets the clock."
    def memory(self, data=None):
        "Bytes that survive a reset."

class WDT:
    "The watchdog: resets the board when nobody feeds it."
    def __init__(self, id=0, timeout=5000): pass
    def feed(self):
        "Keeps it quiet."

class Counter:
    "Counts the edges of a pin."
    def __init__(self, id, src=None, *, edge, direction): pass
    def init(self, src=None):
        "Sets it up again."
    def value(self, value=None):
        "Tells the count, or sets it."
    def deinit(self):
        "Switches it off."

class Encoder:
    "Counts the steps of a rotary encoder."
    def __init__(self, id, phase_a=None, phase_b=None, *, phases=4): pass
    def init(self, phase_a=None, phase_b=None):
        "Sets it up again."
    def value(self, value=None):
        "Tells the position, or sets it."
    def deinit(self):
        "Switches it off."

PWRON_RESET = 1
HARD_RESET = 2
WDT_RESET = 3
DEEPSLEEP_RESET = 4
SOFT_RESET = 5
def reset():
    "Resets the chip."
def soft_reset():
    "Restarts the interpreter."
def reset_cause():
    "Why the chip was reset last."
def freq(hz=None):
    "Tells or sets the clock of the processor."
def unique_id():
    "The number of this very chip."
def idle():
    "Waits for the next interrupt."
def lightsleep(time_ms=None):
    "Sleeps and goes on."
def deepsleep(time_ms=None):
    "Sleeps; waking is a reset."
def disable_irq():
    "No interrupts until enable_irq."
def enable_irq(state):
    "Interrupts as before."
def time_pulse_us(pin, pulse_level, timeout_us=1000000, /):
    "The width of the next pulse in microseconds."
def bitstream(pin, encoding, timing, data, /):
    "Sends bits as pulses."
def dht_readinto(pin, buf):
    "Reads a DHT sensor."
