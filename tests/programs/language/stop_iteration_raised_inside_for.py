# check: cpython
def numbers():
    yield 1
    return
    yield 2

print(list(numbers()))
it = iter(numbers())
for n in it:
    print("for", n)
print(list(it))
