# A failed call raises OSError with the numbers of errno, as on a board.
import errno
import os


def attempt(what, call):
    try:
        call()
        print(what, "worked")
    except OSError as error:
        print(what, error.errno)


os.mkdir("d")
open("d/f", "w").close()
attempt("open missing", lambda: open("missing"))
attempt("open in missing folder", lambda: open("missing/f", "w"))
attempt("open below a file", lambda: open("d/f/g", "w"))
attempt("open a folder for writing", lambda: open("d", "w"))
attempt("mkdir again", lambda: os.mkdir("d"))
attempt("mkdir over a file", lambda: os.mkdir("d/f"))
attempt("mkdir in missing folder", lambda: os.mkdir("missing/d"))
attempt("rmdir missing", lambda: os.rmdir("missing"))
attempt("rmdir a file", lambda: os.rmdir("d/f"))
attempt("remove missing", lambda: os.remove("missing"))
attempt("remove a folder", lambda: os.remove("d"))
attempt("rename missing", lambda: os.rename("missing", "d/g"))
attempt("listdir missing", lambda: os.listdir("missing"))
attempt("listdir a file", lambda: os.listdir("d/f"))
attempt("chdir missing", lambda: os.chdir("missing"))
attempt("chdir to a file", lambda: os.chdir("d/f"))
attempt("stat missing", lambda: os.stat("missing"))
print(errno.ENOENT, errno.EEXIST, errno.EISDIR)
os.remove("d/f")
os.rmdir("d")
