from machine import PWM, Pin, RTC, Timer
import machine, time

rtc = RTC()
rang = []
rtc.irq(trigger=RTC.ALARM0, handler=lambda r: rang.append(time.ticks_ms()), wake=machine.DEEPSLEEP)
if machine.reset_cause() == machine.DEEPSLEEP_RESET:
    print("woken at", time.localtime()[:6])
    raise SystemExit


def attempt(function):
    try:
        print(function())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)


# In so many milliseconds, whatever the clock says.
start = time.ticks_ms()
rtc.alarm(0, 500)
rtc.datetime((2030, 6, 1, 0, 12, 0, 0, 0))
print(490 < rtc.alarm_left() <= 500)
time.sleep_ms(100)
rtc.datetime((2022, 6, 1, 0, 12, 0, 0, 0))
print(390 < rtc.alarm_left() <= 400)
time.sleep_ms(450)
print([498 < time.ticks_diff(t, start) < 505 for t in rang], rtc.alarm_left())

# At a date: nearer, farther, jumped over.
rang.clear()
rtc.datetime((2022, 6, 1, 0, 12, 0, 0, 0))
rtc.alarm(0, (2022, 6, 1, 12, 0, 10))
rtc.datetime((2022, 6, 1, 0, 12, 0, 9, 900000))
start = time.ticks_ms()
print(90 < rtc.alarm_left() <= 100)
time.sleep_ms(150)
print([98 < time.ticks_diff(t, start) < 105 for t in rang])
rang.clear()
rtc.alarm(0, (2022, 6, 1, 12, 0, 11))
rtc.datetime((2022, 6, 1, 0, 11, 0, 0, 0))
time.sleep(2)
print(rang, 3600000 < rtc.alarm_left() < 3610000)
rtc.datetime((2022, 6, 1, 0, 13, 0, 0, 0))
time.sleep_ms(10)
print(len(rang), rtc.alarm_left())

# Years ahead, and days that are none.
rtc.alarm(0, (2037, 12, 31, 23, 59, 59))
time.sleep_ms(10)
print(len(rang), rtc.alarm_left() > 2**38)
rtc.cancel()
print(rtc.alarm_left())
Timer().init(mode=Timer.ONE_SHOT, period=2**31, callback=print)
time.sleep_ms(10)
for date in ((2024, 2, 31), (2023, 2, 29), (2024, 4, 31), (2024, 2, 29)):
    attempt(lambda: rtc.datetime(date + (0, 0, 0, 0, 0)))
    attempt(lambda: rtc.alarm(0, (2037,) + date[1:]))
attempt(lambda: rtc.datetime((2024, 1, 1, 0, 0, 0, 0, 1000000)))
for wrong in (2**31, 2**40):
    attempt(lambda: rtc.alarm(0, wrong))
rtc.alarm(0, 2**31 - 1)
print(rtc.alarm_left() > 2**31 - 10)

# A counter says which frequencies it can play.
pwm = PWM(Pin(2))
for hertz in (7, 10**8, 2**32 + 1000):
    attempt(lambda: pwm.freq(hertz))

rtc.alarm(0, 5000)
rtc.datetime((2026, 1, 1, 0, 0, 0, 0, 0))
machine.deepsleep()
