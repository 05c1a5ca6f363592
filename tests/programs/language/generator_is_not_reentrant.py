# check: cpython
def g():
    try:
        next(me)
    except ValueError:
        print("ValueError")
    yield 1

me = g()
print(next(me))
