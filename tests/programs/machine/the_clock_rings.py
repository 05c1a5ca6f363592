from machine import RTC, UART, Pin
import machine, time
rtc = RTC()
rang = []
rtc.irq(trigger=RTC.ALARM0, handler=lambda r: rang.append(time.ticks_ms()), wake=machine.DEEPSLEEP)
start = time.ticks_ms()
rtc.alarm(0, 30)
print(25 < rtc.alarm_left() <= 30)
time.sleep_ms(50)
print([29 < time.ticks_diff(t, start) < 33 for t in rang], rtc.alarm_left())
rang.clear()
rtc.alarm(rtc.ALARM0, 10, repeat=True)
start = time.ticks_ms()
time.sleep_ms(45)
print(len(rang), [time.ticks_diff(t, start) // 10 for t in rang])
rtc.cancel()
time.sleep_ms(45)
print(len(rang))
rtc.datetime((2026, 11, 25, 0, 12, 0, 0, 0))
rtc.alarm(0, (2026, 11, 25, 12, 0, 1))
print(900 < rtc.alarm_left(0) <= 1000)
for wrong in (lambda: rtc.alarm(1, 10), lambda: rtc.alarm(0, (2020, 1, 1)), lambda: rtc.alarm(0, (2030, 1, 1), repeat=True), lambda: rtc.alarm(0, -5)):
    try:
        wrong()
    except ValueError as error:
        print("ValueError", error)
if machine.reset_cause() == machine.PWRON_RESET:
    machine.deepsleep()
print("woken")
