# SPDX-License-Identifier: MIT
# What the REPL asks of the interpreter: running a text in __main__, and completing a name.
# https://docs.micropython.org/en/v1.27.0/reference/repl.html
import builtins
import _sys as sys
import _coroboard as _host

_unlock_heap = _host.unlock_heap
_tell = _host.tell_completion
_KEYWORDS = (
    "False None True and as assert async await break class continue def del elif else except finally for from global if import in is "
    "lambda nonlocal not or pass raise return try while with yield"
).split()
_MODULES = (
    "array asyncio binascii builtins cmath collections deflate errno framebuf gc hashlib heapq io json machine math micropython os "
    "platform random re select struct sys time uctypes vfs"
).split()


def _run(source, kind):
    import __main__

    try:
        code = compile(source, "<stdin>", kind)
        exec(code, __main__.__dict__)
    except BaseException as er:
        _unlock_heap()
        raise er


def single(source):
    _run(source, "single")


def module(source):
    _run(source, "exec")


# Somewhere for an interrupt that is still pending to be raised.
def settle():
    for _ in range(2):
        pass


def _is_word(c):
    return c == "_" or c.isalpha() or c.isdigit() or ord(c) > 127


def _names(path):
    import __main__

    if not path:
        return set(dir(__main__)) | set(dir(builtins)) | set(_KEYWORDS)
    space = __main__.__dict__
    value = space[path[0]] if path[0] in space else getattr(builtins, path[0])
    for name in path[1:]:
        value = getattr(value, name)
    return set(dir(value))


def _shared(names):
    first, last = min(names), max(names)
    n = 0
    while n < len(first) and n < len(last) and first[n] == last[n]:
        n += 1
    return first[:n]


def complete(text):
    begin = len(text)
    while begin > 0 and (_is_word(text[begin - 1]) or text[begin - 1] == "."):
        begin -= 1
    *path, start = text[begin:].split(".")
    words = text[:begin].split()
    try:
        if len(words) == 1 and words[0] in ("import", "from") and not path:
            names = set(_MODULES) | set(sys.modules)
        else:
            names = _names(path)
    except Exception:
        return
    found = sorted(n for n in names if n.startswith(start) and (start.startswith("_") or not n.startswith("_")))
    if not found:
        return
    more = _shared(found)[len(start) :]
    _tell(more, "" if more or len(found) == 1 else " ".join(found))
