# check: cpython
def resource():
    try:
        yield 1
        yield 2
    finally:
        print("released")

g = resource()
print(next(g))
g.close()
g.close()
print(list(g))
