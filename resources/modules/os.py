# SPDX-License-Identifier: MIT
def listdir(dir=None):
    "The names in a folder."
def ilistdir(dir=None):
    "Names, kinds and sizes, one by one."
def mkdir(path):
    "Makes a folder."
def rmdir(path):
    "Removes a folder."
def remove(path):
    "Removes a file."
def rename(old_path, new_path):
    "Gives a file another name."
def stat(path):
    "Kind, size and times."
def statvfs(path):
    "How full the flash is."
def chdir(path):
    "Goes into a folder."
def getcwd():
    "Where we are."
def uname():
    "What board this is."
def urandom(n):
    "So many random bytes."
def sync():
    "Writes everything to the flash."
