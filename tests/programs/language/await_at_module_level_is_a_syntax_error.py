# exit: 1
print("never printed")
await thing()
