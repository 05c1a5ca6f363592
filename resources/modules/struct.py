# SPDX-License-Identifier: MIT
def pack(fmt, *values):
    "Values as bytes."
def unpack(fmt, data):
    "Bytes as values."
def pack_into(fmt, buffer, offset, *values):
    "Values into a buffer."
def unpack_from(fmt, data, offset=0):
    "Values from a place in a buffer."
def calcsize(fmt):
    "How many bytes it takes."
