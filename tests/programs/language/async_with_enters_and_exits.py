# check: cpython
class Door:
    async def __aenter__(self):
        print("enter")
        return "inside"

    async def __aexit__(self, kind, value, trace):
        print("exit", kind and kind.__name__)
        return kind is ValueError

async def main():
    async with Door() as where:
        print(where)
    async with Door():
        raise ValueError
    print("swallowed")
    try:
        async with Door():
            raise KeyError
    except KeyError:
        print("KeyError")
    for i in range(2):
        async with Door():
            if i:
                break
            continue

try:
    main().send(None)
except StopIteration:
    pass
