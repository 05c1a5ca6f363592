from machine import Pin, ADC, PWM, Timer, UART, SPI, I2C, WDT, RTC, DAC
import time
led = Pin(16, Pin.OUT)
out = Pin(2, Pin.OUT, value=0)
adc = ADC(0)
pwm = PWM(Pin(18), freq=1000, duty_u16=1000)
uart = UART(0, 9600)
buf = bytearray(8)
spi = SPI(0)
def handler(p):
    led.toggle()
def h2(p):
    p.irq().flags()
def h3(p): adc.read_u16()
def h4(p): pwm.duty_u16(30000)
def h5(p): uart.write(buf)
def h6(p): uart.readinto(buf); uart.any()
def h7(p): spi.write(buf)
def h8(p): pwm.freq(2000)
for h in (handler, h2, h3, h4, h5, h6, h7, h8):
    out.irq(h, Pin.IRQ_RISING, hard=True)
    out.value(1); time.sleep_ms(20); out.value(0)
    print("ok")
