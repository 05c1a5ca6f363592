# check: cpython
def stubborn():
    try:
        yield 1
    except GeneratorExit:
        print("no")
    yield 2

g = stubborn()
next(g)
try:
    g.close()
except RuntimeError:
    print("RuntimeError")
