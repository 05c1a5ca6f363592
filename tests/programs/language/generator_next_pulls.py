# check: cpython
def countdown(n):
    print("started")
    while n:
        yield n
        n -= 1
    return "liftoff"

g = countdown(2)
print("made")
print(next(g))
print(next(g))
try:
    next(g)
except StopIteration as end:
    print(end.value)
print(next(g, "default"))
