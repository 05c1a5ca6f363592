# check: cpython
def make():
    count = 0

    async def bump(by):
        nonlocal count
        count += by
        return count

    return bump

def run(c):
    try:
        c.send(None)
    except StopIteration as end:
        return end.value

bump = make()
print(run(bump(1)), run(bump(10)), run(bump(100)))
