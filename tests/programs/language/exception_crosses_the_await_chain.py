# check: cpython
async def bottom():
    raise KeyError("deep")

async def middle():
    try:
        await bottom()
    finally:
        print("middle finally")

async def top():
    try:
        await middle()
    except KeyError as error:
        print("top caught", error.args[0])
    return "fine"

try:
    top().send(None)
except StopIteration as end:
    print(end.value)
