# The flash is all there is: no way leads to the computer's files, and the root lists only the board's.
import os

for path in ("/etc/passwd", "../../../../../../etc/passwd", "/proc/self/maps", "/dev/zero", "/home", "/tmp", "/root"):
    try:
        os.stat(path)
        print(path, "is there")
    except OSError as error:
        print(path, error.errno)
os.chdir("/../..")
print(os.getcwd(), os.listdir("/") == os.listdir("/../.."))
print([name for name in os.listdir("/") if name not in ("main.py", "boot.py")])
