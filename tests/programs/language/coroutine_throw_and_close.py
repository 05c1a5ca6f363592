# check: cpython
class Pause:
    def __await__(self):
        yield "paused"

    __iter__ = __await__

async def task():
    try:
        await Pause()
    except ValueError as error:
        print("caught", error)
    try:
        await Pause()
    finally:
        print("finally")

c = task()
print(c.send(None))
print(c.throw(ValueError("oops")))
c.close()
print("closed")
