# exit: 4
import machine
import time

rtc = machine.RTC()
step = len(rtc.memory())
print(step, machine.reset_cause(), time.time() - 1609459200)
rtc.memory(bytes(step + 1))
if step == 0:
    machine.deepsleep(5000)
elif step == 1:
    machine.soft_reset()
elif step == 2:
    machine.reset()
elif step == 3:
    machine.WDT(timeout=200)
    while True:
        pass
