# exit: 1
def plain(things):
    async for thing in things:
        print(thing)
