# check: cpython
# await nothing
text = "await " + 'await' + """
await me
"""
awaiting = text.count("await")  # await
print(awaiting)
