# SPDX-License-Identifier: MIT
import asyncio


async def main():
    try:
        await asyncio.sleep_ms(1 << 29)
    except OverflowError as er:
        print(er)
    try:
        await asyncio.sleep("long")
    except TypeError:
        print("TypeError")
    try:
        await asyncio.sleep(600000)
    except OverflowError as er:
        print(er)
    try:
        await asyncio.wait_for(asyncio.Event().wait(), 600000)
    except OverflowError as er:
        print(er)


asyncio.run(main())
