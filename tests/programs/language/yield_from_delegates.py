# check: cpython
def inner():
    received = yield 1
    print("received", received)
    try:
        yield 2
    except ValueError:
        print("inner caught")
        yield 3
    return "inner value"

def outer():
    value = yield from inner()
    print("got", value)
    yield from [4, 5]

g = outer()
print(next(g))
print(g.send("hello"))
print(g.throw(ValueError()))
print(list(g))
