# check: cpython
def fibonacci():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b

for i, (f, letter) in enumerate(zip(fibonacci(), "abcdef")):
    print(i, f, letter)
