# check: cpython
def running_mean():
    total = count = 0
    mean = None
    while True:
        total += yield mean
        count += 1
        mean = total / count

g = running_mean()
next(g)
for value in (10, 20, 60):
    print(g.send(value))
