# check: cpython
async def answer():
    return 42

try:
    answer().send(None)
except StopIteration as end:
    print(end.value, end.args)
