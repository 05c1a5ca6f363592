# check: cpython
def careful():
    while True:
        try:
            yield "ready"
        except ValueError as error:
            print("caught", error)
            yield "recovered"

g = careful()
print(next(g))
print(g.throw(ValueError("bad")))
print(next(g))
try:
    g.throw(KeyError("worse"))
except KeyError as error:
    print("out", error.args)
try:
    next(g)
except StopIteration:
    print("ended")
