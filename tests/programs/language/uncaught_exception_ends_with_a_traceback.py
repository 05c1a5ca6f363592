# exit: 1
print("before")

def fail():
    raise ValueError("reason")

fail()
