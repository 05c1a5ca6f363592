# check: cpython
def worker(name):
    steps = []
    for i in range(3):
        steps.append(i)
        got = yield name, i
        if got:
            steps.append(got)
    return steps

a, b = worker("a"), worker("b")
print(next(a), next(b))
print(a.send("x"), next(b))
print(next(a))
try:
    next(a)
except StopIteration as end:
    print(end.value)
