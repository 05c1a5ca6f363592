# boards: raspberry-pi-pico
from machine import I2CTarget, SoftI2C, Pin
import time

# Two pins on one bus: the target's and the controller's are the same wires.
mem = bytearray(b"--------")
target = I2CTarget(0, addr=67, mem=mem, scl=Pin(5), sda=Pin(4))
print(target)
i2c = SoftI2C(scl=Pin(5), sda=Pin(4), freq=100000)


def heard(t):
    flags = t.irq().flags()
    if flags & I2CTarget.IRQ_END_READ:
        print("read from", t.memaddr)
    if flags & I2CTarget.IRQ_END_WRITE:
        print("wrote to", t.memaddr)


target.irq(heard)
print(67 in i2c.scan())
i2c.writeto_mem(67, 2, b"0123")
print(mem)
print(i2c.readfrom_mem(67, 6, 4), i2c.readfrom(67, 2))
mem[0] = 0x55
print(i2c.readfrom_mem(67, 8, 1))

# A memory of 16-bit addresses.
target.deinit()
print(67 in i2c.scan())
wide = bytearray(1024)
target = I2CTarget(0, 67, mem=wide, mem_addrsize=16, scl=Pin(5), sda=Pin(4))
i2c.writeto_mem(67, 0x0234, b"xyz", addrsize=16)
print(wide[0x234:0x238], i2c.readfrom_mem(67, 0x235, 2, addrsize=16), target.memaddr)
target.deinit()

# A device of one's own: every event calls a hard handler, and the clock is stretched until it has answered.
target = I2CTarget(0, 0x20, scl=Pin(5), sda=Pin(4))
events = bytearray(64)
count = 0
one = bytearray(1)


def device(t):
    global count
    flags = t.irq().flags()
    events[count] = flags
    count += 1
    if flags & I2CTarget.IRQ_READ_REQ:
        t.write(one)
    if flags & I2CTarget.IRQ_WRITE_REQ:
        t.readinto(one)
        one[0] += 1


everything = I2CTarget.IRQ_ADDR_MATCH_READ | I2CTarget.IRQ_ADDR_MATCH_WRITE | I2CTarget.IRQ_READ_REQ | I2CTarget.IRQ_WRITE_REQ | I2CTarget.IRQ_END_READ | I2CTarget.IRQ_END_WRITE
target.irq(device, everything, hard=True)
start = time.ticks_us()
i2c.writeto(0x20, b"\x10\x20")
print(i2c.readfrom(0x20, 3))
print(list(events[:count]), time.ticks_diff(time.ticks_us(), start) > 1000)

# What the buffer holds.
target.irq(None)
print(target.write(b"answer for the next reader"), i2c.readfrom(0x20, 6), i2c.readfrom(0x20, 2))
i2c.writeto(0x20, b"hello")
got = bytearray(9)
print(target.readinto(got), got)
for wrong in (lambda: I2CTarget(9, 1), lambda: I2CTarget(0, 200), lambda: I2CTarget(0, 1, addrsize=10), lambda: I2CTarget(0, 1, mem=mem, mem_addrsize=12),
              lambda: I2CTarget(0, 1, scl=4, sda=5), lambda: target.irq(device, I2CTarget.IRQ_READ_REQ)):
    try:
        wrong()
    except ValueError as error:
        print("ValueError", error)
# A handler cannot lead the bus that asks it.
def greedy(t):
    try:
        i2c.writeto(0x20, b"x")
    except OSError as e:
        pass
    t.deinit()
target = I2CTarget(0, 0x20, scl=Pin(5), sda=Pin(4))
target.irq(greedy, everything, hard=True)
try:
    print(i2c.writeto(0x20, b"abc"))
except OSError as e:
    print("OSError", e)
