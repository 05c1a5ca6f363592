# SPDX-License-Identifier: MIT
def const(expr):
    "A number the compiler knows."
def opt_level(level=None):
    "Tells or sets how much is checked."
def mem_info(verbose=None):
    "Prints how the memory is used."
def heap_lock():
    "No allocation until heap_unlock."
def heap_unlock():
    "Allocation is allowed again."
def schedule(func, arg):
    "Calls a function soon, outside an interrupt."
def kbd_intr(chr):
    "Which byte interrupts the program; -1: none."
def native(func):
    "Decorator: compiled on a board, interpreted here."
def viper(func):
    "Decorator: compiled on a board, interpreted here."
def alloc_emergency_exception_buf(size):
    "Room for exceptions in interrupts."
class RingIO:
    "A ring of bytes, for interrupts."
    def __init__(self, size): pass
    def any(self):
        "How many bytes are in it."
    def read(self, nbytes=None):
        "Takes bytes out."
    def readinto(self, buf, nbytes=None):
        "Fills a buffer."
    def readline(self):
        "A line."
    def write(self, buf):
        "Puts bytes in."
    def close(self):
        "Does nothing."
