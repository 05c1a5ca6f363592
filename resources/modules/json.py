# SPDX-License-Identifier: MIT
def loads(str):
    "The value of a text."
def load(stream):
    "The value of a file."
def dumps(obj, separators=None):
    "A value as text."
def dump(obj, stream, separators=None):
    "Writes a value to a file."
