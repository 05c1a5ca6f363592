# A full flash is OSError 28; what was there stays readable, and removing files makes room again.
import errno
import os

with open("keep", "w") as f:
    f.write("kept")
block = bytes(65536)
written = 0
try:
    with open("fill", "wb") as f:
        while True:
            f.write(block)
            written += len(block)
except OSError as error:
    print("full:", error.errno)
print(written > 0, os.statvfs("/")[3] * os.statvfs("/")[0] < len(block))
print(open("keep").read())
os.remove("fill")
free = os.statvfs("/")
print(free[3] * free[0] >= written)
with open("again", "w") as f:
    print(f.write("room"))
