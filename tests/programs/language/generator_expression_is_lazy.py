# check: cpython
def noisy(n):
    print("compute", n)
    return n * n

g = (noisy(i) for i in range(3))
print("made")
print(next(g))
print(sum(g))
