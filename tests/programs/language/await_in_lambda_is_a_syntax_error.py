# exit: 1
async def outer():
    return lambda x: await x
