# check: cpython
def g():
    try:
        yield 1
        raise ValueError
    finally:
        return "hidden"

it = g()
print(next(it))
try:
    next(it)
except StopIteration as end:
    print(end.value)
