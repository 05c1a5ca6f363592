# boards: esp32-devkit
import esp32
from machine import Pin, PWM


def attempt(function):
    try:
        print(function())
    except (ValueError, RuntimeError) as error:
        print(type(error).__name__, error)


pins = (0, 2, 4, 5, 12, 13, 14, 15, 16, 17, 18, 19, 21, 22, 23, 25)
channels = [PWM(Pin(pins[i]), freq=1000 + i) for i in range(8)]
attempt(lambda: PWM(Pin(16), freq=50))
attempt(lambda: channels[0].freq(7))
# One that shares its frequency gives its timer up.
channels[0].freq(1001)
attempt(lambda: PWM(Pin(16), freq=50))
channels += [PWM(Pin(pin), freq=1002) for pin in pins[9:]]
attempt(lambda: PWM(Pin(26), freq=1002))
channels[3].deinit()
attempt(lambda: PWM(Pin(26), freq=1002))

# What was turned off is inactive until init().
pwm = channels[3]
for call in (pwm.freq, pwm.duty, lambda: pwm.duty_u16(5), lambda: pwm.duty_ns(5), pwm.init):
    attempt(call)
channels[4].deinit()
pwm.init(freq=1002, duty=512)
print(pwm.freq(), pwm.duty())
print(channels[4])

for hertz in (0, 40000001, 50000000, 2**32 + 1000, -5):
    attempt(lambda: pwm.freq(hertz))
pwm.init(freq=1003)
print(pwm.freq())

# Only pins of the low-power domain end a sleep.
attempt(lambda: esp32.wake_on_ext0(Pin(5)))
attempt(lambda: esp32.wake_on_ext1((Pin(33), 18), esp32.WAKEUP_ANY_HIGH))
attempt(lambda: esp32.wake_on_ext0(33))
