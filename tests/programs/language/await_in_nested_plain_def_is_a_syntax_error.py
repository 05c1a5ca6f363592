# exit: 1
async def outer():
    def inner():
        await outer()
    inner()
