# Modules and packages are imported from the flash, also those the program wrote a moment ago.
import os
import sys

with open("fresh.py", "w") as f:
    f.write("value = 42\ndef double(x):\n    return 2 * x\n")
import fresh

print(fresh.value, fresh.double(21))
os.mkdir("package")
with open("package/__init__.py", "w") as f:
    f.write("from .inner import name\n")
with open("package/inner.py", "w") as f:
    f.write("name = 'inner'\n")
import package

print(package.name)
try:
    import nowhere_to_be_found
except ImportError as error:
    print("ImportError")
with open("broken.py", "w") as f:
    f.write("def f(:\n")
try:
    import broken
except SyntaxError:
    print("SyntaxError")
