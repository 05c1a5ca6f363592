import time
from machine import WDT

dog = WDT(timeout=100)
for i in range(10):
    time.sleep_ms(80)
    dog.feed()
print("fed")
