# check: cpython
class Count:
    def __init__(self, n):
        self.n = n
        self.i = 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.i == self.n:
            raise StopAsyncIteration
        self.i += 1
        return self.i

async def main():
    async for i in Count(3):
        print(i)
    else:
        print("else")
    async for i in Count(5):
        if i == 2:
            continue
        if i == 4:
            break
        print("loop", i)
    else:
        print("not reached")

try:
    main().send(None)
except StopIteration:
    pass
