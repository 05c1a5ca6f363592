# SPDX-License-Identifier: MIT
argv = []
path = []
modules = {}
platform = ""
version = ""
implementation = ()
byteorder = ""
maxsize = 0
stdin = None
stdout = None
stderr = None
def exit(retval=0):
    "Ends the program."
def print_exception(exc, file=stdout):
    "Prints a traceback."
