# exit: 1
def plain(lock):
    async with lock:
        pass
