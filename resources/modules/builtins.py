# SPDX-License-Identifier: MIT
def print(*objects, sep=" ", end="\n"):
    "Writes to the console."
def input(prompt=""):
    "A line from the console."
def open(file, mode="r"):
    "A file on the flash."
def len(s):
    "How many items it has."
def range(start, stop, step=1):
    "Numbers, one after the other."
def enumerate(iterable, start=0):
    "Items with their numbers."
def zip(*iterables):
    "Items side by side."
def sorted(iterable, *, key=None, reverse=False):
    "A sorted list."
def reversed(sequence):
    "Backwards."
def min(*values): pass
def max(*values): pass
def sum(iterable, start=0): pass
def abs(x): pass
def round(number, ndigits=None): pass
def divmod(a, b): pass
def pow(base, exp, mod=None): pass
def isinstance(obj, cls): pass
def issubclass(cls, base): pass
def hasattr(obj, name): pass
def getattr(obj, name, default=None): pass
def setattr(obj, name, value): pass
def callable(obj): pass
def iter(iterable): pass
def next(iterator, default=None): pass
def map(function, *iterables): pass
def filter(function, iterable): pass
def any(iterable): pass
def all(iterable): pass
def repr(obj): pass
def hex(x): pass
def bin(x): pass
def oct(x): pass
def ord(c): pass
def chr(i): pass
def hash(obj): pass
def id(obj): pass
def type(obj): pass
def super(): pass
def dir(obj=None): pass
def locals(): pass
def globals(): pass
def int(x=0, base=10): pass
def float(x=0.0): pass
def str(obj=""): pass
def bytes(source, encoding="utf-8"): pass
def bytearray(source): pass
def memoryview(obj): pass
def bool(x): pass
def list(iterable=()): pass
def tuple(iterable=()): pass
def dict(mapping=()): pass
def set(iterable=()): pass
def frozenset(iterable=()): pass
def property(fget): pass
def staticmethod(function): pass
def classmethod(function): pass
def eval(source): pass
def exec(source): pass
def compile(source, filename, mode): pass
class Exception: "Something went wrong."
class ValueError: "A value that cannot be."
class TypeError: "A thing of the wrong kind."
class OSError: "The board or its files refused."
class RuntimeError: pass
class KeyError: pass
class IndexError: pass
class AttributeError: pass
class NameError: pass
class ImportError: pass
class MemoryError: pass
class ZeroDivisionError: pass
class OverflowError: pass
class AssertionError: pass
class NotImplementedError: pass
class StopIteration: pass
class StopAsyncIteration: pass
class KeyboardInterrupt: pass
class SystemExit: pass
class GeneratorExit: pass
class EOFError: pass
class UnicodeError: pass
