from machine import I2S, Pin
from array import array
import asyncio, time
for wrong in (dict(id=7), dict(bits=24), dict(ws=Pin(13)), dict(mode=3), dict(rate=10), dict(ibuf=1)):
    args = dict(id=0, sck=Pin(10), ws=Pin(11), sd=Pin(9), mode=I2S.TX, bits=16, format=I2S.STEREO, rate=8000, ibuf=3200)
    args.update(wrong)
    try:
        I2S(args.pop("id"), **args)
    except ValueError as error:
        print("ValueError", error)

# Blocking: what does not fit into the ring waits for the wires.
out = I2S(0, sck=Pin(10), ws=Pin(11), sd=Pin(9), mode=I2S.TX, bits=16, format=I2S.STEREO, rate=8000, ibuf=3200)
print(out)
samples = array("h", [(i % 40) * 800 - 16000 for i in range(3200)])
start = time.ticks_ms()
print(out.write(samples), 90 < time.ticks_diff(time.ticks_ms(), start) < 105)
print(out.write(samples), 290 < time.ticks_diff(time.ticks_ms(), start) < 305)

# With a handler: at once, and it is called when the buffer may be used again.
done = []
out.irq(lambda unit: done.append(time.ticks_ms()))
start = time.ticks_ms()
print(out.write(samples), time.ticks_diff(time.ticks_ms(), start), done)
while not done:
    time.sleep_ms(1)
print(195 < time.ticks_diff(done[0], start) < 205)
out.irq(None)

# As a stream of asyncio.
async def play():
    writer = asyncio.StreamWriter(out)
    start = time.ticks_ms()
    for _ in range(3):
        writer.out_buf = bytes(samples)
        await writer.drain()
    return time.ticks_diff(time.ticks_ms(), start)

async def main():
    ticks = 0
    playing = asyncio.create_task(play())
    while not playing.done():
        ticks += 1
        await asyncio.sleep_ms(10)
    print(590 < await playing < 610, ticks > 50)

asyncio.run(main())
print(Pin(10), Pin(11), Pin(9))
out.deinit()
try:
    out.write(samples)
except OSError as e:
    print("OSError", e)

# Samples shifted to the left and to the right.
buf = array("h", [1, -1, 1000, -1000])
I2S.shift(buf=buf, bits=16, shift=3); print(buf)
I2S.shift(buf=buf, bits=16, shift=-4); print(buf)
buf = array("i", [1 << 20, -5])
I2S.shift(buf=buf, bits=32, shift=-1); print(buf)

# Nobody speaks: silence.
silent = I2S(1, sck=Pin(10), ws=Pin(11), sd=Pin(9), mode=I2S.RX, bits=16, format=I2S.MONO, rate=8000, ibuf=800)
got = bytearray(100)
print(silent.readinto(got), got == bytes(100))
