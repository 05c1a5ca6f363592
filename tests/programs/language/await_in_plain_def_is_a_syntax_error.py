# exit: 1
# A program is looked at before anything of it runs: not even this line's print is seen.
print("never printed")

def plain():
    await other()
