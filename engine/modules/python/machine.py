# SPDX-License-Identifier: MIT
# machine: the board's hardware. https://docs.micropython.org/en/v1.27.0/library/machine.html
# What is not here raises AttributeError by its name; `coroboard-cli modules` lists every call. The classes live in _machine/.
import _host
from micropython import heap_lock as _heap_lock, heap_unlock as _heap_unlock
from _machine.pin import Pin, Signal
from _machine.analog import ADC, PWM
from _machine.timer import Timer
from _machine.i2c import I2C, SoftI2C
from _machine.spi import SPI, SoftSPI
from _machine.uart import UART
from _machine.i2c_target import I2CTarget
from _machine.i2s import I2S
from _machine.rtc import RTC, until_alarm as _until_alarm
from _machine.devices import WDT, DAC, Memory as _Memory
from _machine.counter import Counter, Encoder
from _machine.pulses import bitstream, time_pulse_us, dht_readinto
from _platform import name as _port
import _machine.pin as _pin, _machine.timer as _timer, _machine.uart as _uart, _machine.i2c_target as _target, _machine.i2s as _i2s, _machine.counter as _counter

PWRON_RESET = 1
HARD_RESET = 2
WDT_RESET = 3
DEEPSLEEP_RESET = 4
SOFT_RESET = 5

IDLE = 1
SLEEP = 2
DEEPSLEEP = 4

PIN_WAKE = EXT0_WAKE = 2
EXT1_WAKE = 3
TIMER_WAKE = RTC_WAKE = 4

if _port == "esp32":
    from _machine.analog import ADCBlock


# A hard interrupt's handler must do without the heap.
def _interrupt(handler, argument, hard):
    if not hard:
        handler(argument)
        return
    _heap_lock()
    try:
        handler(argument)
    finally:
        _heap_unlock()


def _run_pin(number):
    _pin.run(number, _interrupt)


def _run_timer(number):
    _timer.run(number, _interrupt)


def _run_uart(number):
    _uart.run(number, _interrupt)


def _run_target(number):
    _target.run(number, _interrupt)


def _run_i2s(number):
    _i2s.run(number, _interrupt)


def _run_counter(number):
    _counter.run(number, _interrupt)


def disable_irq():
    return _host.interrupts(0)


def enable_irq(state=True):
    _host.interrupts(1 if state else 0)


# Until an interrupt comes, a millisecond at most.
def idle():
    if _host.idle():
        raise KeyboardInterrupt


def freq(hz=None):
    if hz is None:
        return _host.chip_frequency()
    if not 1000000 <= hz <= 2000000000:
        raise ValueError("cannot change frequency")
    _host.set_chip_frequency(hz)


# Until an interrupt comes, the clock's alarm among them, or so many milliseconds are over.
def lightsleep(time_ms=-1):
    _host.lightsleep(float(time_ms))


def deepsleep(time_ms=-1):
    _host.deepsleep(float(_until_alarm(time_ms, DEEPSLEEP)))


def bootloader(value=None):
    raise NotImplementedError("machine.bootloader: there is no other program to enter")


sleep = lightsleep


mem8 = _Memory("mem8")
mem16 = _Memory("mem16")
mem32 = _Memory("mem32")


# What ended the last sleep.
def wake_reason():
    return _host.wake_reason()


def unique_id():
    return bytes(_host.chip_id(i) for i in range(8))


def reset():
    _host.reset(0)


def soft_reset():
    _host.reset(1)


def reset_cause():
    return _host.reset_cause()
