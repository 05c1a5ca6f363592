# check: cpython
async def greet(name):
    print("hello,", name)

coro = greet("Alice")
print("made")
try:
    coro.send(None)
except StopIteration as end:
    print("StopIteration", end.value)
