# SPDX-License-Identifier: MIT
def collect():
    "Frees what nobody uses."
def enable():
    "Collects by itself."
def disable():
    "Does not collect by itself."
def mem_alloc():
    "Bytes in use."
def mem_free():
    "Bytes that are free."
def threshold(amount=None):
    "After how many bytes it collects."
