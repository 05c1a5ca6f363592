# stat: kind, size and a time of the board's clock, nothing of the computer's.
import os

with open("f", "w") as f:
    f.write("12345")
os.mkdir("d")
status = os.stat("f")
print(len(status), status[0] & 0xF000 == 0x8000, status[6])
print(os.stat("d")[0] & 0xF000 == 0x4000)
print(status[1:6])
print(status[7] == status[8] == status[9])
names = [entry[:2] for entry in os.ilistdir("/") if entry[0] in ("f", "d")]
print(names)
try:
    os.stat("g")
except OSError as error:
    print(error)
