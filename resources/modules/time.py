# SPDX-License-Identifier: MIT
def sleep(seconds):
    "Blocks everything for so long; await asyncio.sleep() does not."
def sleep_ms(ms):
    "Blocks everything for so many milliseconds."
def sleep_us(us):
    "Blocks everything for so many microseconds."
def ticks_ms():
    "Milliseconds of a counter that wraps around."
def ticks_us():
    "Microseconds of a counter that wraps around."
def ticks_cpu():
    "The finest counter there is."
def ticks_add(ticks, delta):
    "A moment so much later."
def ticks_diff(ticks1, ticks2):
    "How much later ticks1 is than ticks2."
def time():
    "Seconds since the epoch."
def time_ns():
    "Nanoseconds since the epoch."
def gmtime(secs=None):
    "(year, month, mday, hour, minute, second, weekday, yearday)."
def localtime(secs=None):
    "The same; the board has no time zone."
def mktime(t):
    "Seconds of a date."
