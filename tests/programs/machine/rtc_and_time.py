import time
from machine import RTC

rtc = RTC()
print(rtc.datetime()[:7])
rtc.datetime((2024, 2, 29, 3, 12, 30, 15, 0))
print(time.localtime())
time.sleep(30)
print(rtc.datetime()[:7], rtc.now()[:6])
rtc.memory(b"kept")
print(rtc.memory())
for wrong in ((2024, 13, 1, 0, 0, 0, 0, 0), (1, 2, 3)):
    try:
        rtc.datetime(wrong)
    except ValueError as error:
        print("ValueError", error)
