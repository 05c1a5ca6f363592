# check: cpython
class Step:
    def __init__(self, name):
        self.name = name

    def __await__(self):
        answer = yield self.name
        return answer

    __iter__ = __await__

async def main():
    a = await Step("first")
    b = await Step("second")
    return a + b

c = main()
print(c.send(None))
print(c.send(10))
try:
    c.send(32)
except StopIteration as end:
    print(end.value)
