# check: cpython
class Ring:
    def __init__(self, *items):
        self.items = items

    def __iter__(self):
        yield from self.items

print(list(Ring(1, 2, 3)), max(Ring(4, 9, 2)), [x + 1 for x in Ring(1)])
a, *b = Ring("p", "q", "r")
print(a, b)
