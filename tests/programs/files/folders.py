# Folders: made, entered, listed in order, renamed, removed.
import os

os.mkdir("work")
os.chdir("work")
for name in ("b.txt", "a.txt", "lib"):
    if name == "lib":
        os.mkdir(name)
    else:
        open(name, "w").close()
print(sorted(os.listdir()))
os.chdir("lib")
print(os.listdir("."), sorted(os.listdir("..")))
with open("../lib/module.py", "w") as f:
    f.write("value = 42\n")
os.chdir("..")
os.rename("lib/module.py", "moved.py")
os.rename("lib", "library")
print(sorted(os.listdir()))
os.rename("a.txt", "b.txt")
print(sorted(os.listdir()))
os.remove("b.txt")
os.remove("moved.py")
os.rmdir("library")
print(os.listdir())
os.chdir("..")
os.rmdir("work")
print("work" in os.listdir())
