# check: cpython
async def read_sensor():
    return 21.5

async def main():
    before = "local"
    data = await read_sensor()
    print(before, data)

try:
    main().send(None)
except StopIteration:
    print("done")
