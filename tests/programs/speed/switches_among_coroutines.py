# boards: raspberry-pi-pico raspberry-pi-pico-w sensor-board esp32-devkit
# A hundred coroutines that only count: microseconds from one to the next, as published with micropython-async (v3/as_demos/rate.py).
import asyncio
import sys
import time

PUBLISHED = {"rp2": 481, "esp32": 322}
turns = 0


async def count():
    global turns
    while True:
        turns += 1
        await asyncio.sleep_ms(0)


async def main():
    for _ in range(100):
        asyncio.create_task(count())
    await asyncio.sleep(1)
    before, start = turns, time.ticks_us()
    await asyncio.sleep(2)
    taken = time.ticks_diff(time.ticks_us(), start) / (turns - before)
    ratio = taken / PUBLISHED[sys.platform]
    print("as published, within 20 %" if 0.8 < ratio < 1.2 else "{:.0f} us a switch, {:.2f} of what is published".format(taken, ratio))


asyncio.run(main())
