# check: cpython
def chain(n):
    if n == 0:
        received = yield "bottom"
        return received
    return (yield from chain(n - 1)) + 1

g = chain(25)
print(next(g))
try:
    g.send(100)
except StopIteration as end:
    print(end.value)
