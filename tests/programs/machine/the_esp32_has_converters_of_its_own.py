# boards: esp32-devkit
from machine import ADC, ADCBlock, DAC, PWM, Pin

print(Pin.IN, Pin.OUT, Pin.OPEN_DRAIN, Pin.PULL_UP, Pin.PULL_DOWN, Pin.IRQ_RISING, Pin.IRQ_FALLING, Pin.WAKE_LOW, Pin.WAKE_HIGH)
print(Pin(4, Pin.IN, Pin.PULL_UP).value(), Pin(5, Pin.IN, Pin.PULL_DOWN).value())

# Without attenuation the input ends at about one volt; read_uv() is right within the range, in whole millivolts.
adc = ADC(25)
dac = DAC(25)
print(adc)
for step, attenuations in ((60, (0, 1, 2, 3)), (128, (2, 3)), (200, (3,))):
    dac.write(step)
    for attenuation in attenuations:
        adc.atten(attenuation)
        error = adc.read_uv() - step * 3300000 // 255
        print(step, attenuation, abs(error) < 12000, adc.read_uv() % 1000)
dac.write(255)
adc.init(atten=ADC.ATTN_0DB)
print(adc.read(), adc.read_u16(), adc.read_uv())
dac.write(0)
print(adc.read(), adc.read_uv())

# One resolution for a whole block.
dac.write(255)
adc.width(ADC.WIDTH_9BIT)
print(adc.read(), ADCBlock(2), ADCBlock(2, bits=12))
print(ADCBlock(1, bits=11).connect(6), ADCBlock(2).connect(Pin(26), atten=ADC.ATTN_6DB), ADCBlock(1).connect(4, Pin(32)))
for wrong in (lambda: ADCBlock(3), lambda: ADCBlock(1, bits=5), lambda: ADCBlock(1).connect(0, Pin(34)), lambda: ADCBlock(1).connect(Pin(4)),
              lambda: ADCBlock(1).connect(8), lambda: adc.atten(7), lambda: Pin(4).irq(None, 7)):
    try:
        wrong()
    except ValueError as error:
        print("ValueError", error)

# PWM begins by itself, counts its duty in parts of 1023 too and goes down to one hertz.
pwm = PWM(Pin(18))
print(pwm.freq(), pwm.duty(), pwm.duty_u16())
pwm.duty(256)
print(pwm.duty(), abs(pwm.duty_ns() - 50049) < 20)
pwm.init(freq=1, duty_ns=250_000_000)
print(pwm.freq(), pwm.duty())
pwm.init(freq=50, duty=77, invert=True)
print(pwm.freq(), pwm.duty())
for wrong in (lambda: pwm.duty(1024), lambda: pwm.freq(0), lambda: pwm.init(duty=1, duty_u16=1)):
    try:
        wrong()
    except ValueError as error:
        print("ValueError", error)
