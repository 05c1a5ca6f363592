# A file keeps what was written to it, in every mode, text and binary.
with open("log.txt", "w") as f:
    f.write("one\n")
    f.write("zwei: ä€\n")
with open("log.txt", "a") as f:
    f.write("three\n")
with open("log.txt") as f:
    print(repr(f.readline()), len(f.readlines()))
    print(repr(f.read()))
for line in open("log.txt"):
    print(line.strip())

with open("data.bin", "wb") as f:
    f.write(bytes(range(256)))
    f.write(bytearray(b"\x00\xff"))
with open("data.bin", "rb") as f:
    data = f.read()
    print(len(data), data[:4], data[-3:], data[:256] == bytes(range(256)))
    buffer = bytearray(4)
    f.seek(10)
    print(f.readinto(buffer), buffer, f.tell())

with open("log.txt", "w") as f:
    pass
print(repr(open("log.txt").read()))
