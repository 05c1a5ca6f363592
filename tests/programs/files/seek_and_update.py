# Reading and writing in one file at any position; a gap past the end reads as zeros.
with open("f", "wb") as f:
    f.write(b"0123456789")
with open("f", "r+b") as f:
    print(f.seek(3), f.read(2), f.tell())
    f.seek(-2, 2)
    f.write(b"AB")
    f.seek(0)
    print(f.read())
    f.seek(12)
    f.write(b"!")
    f.seek(8)
    print(f.read())
with open("f", "w+b") as f:
    f.write(b"new")
    f.seek(0)
    print(f.read())
with open("f", "a+b") as f:
    f.write(b"er")
    f.seek(1)
    print(f.read())
