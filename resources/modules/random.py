# SPDX-License-Identifier: MIT
def random():
    "A number from 0 up to 1."
def randint(a, b):
    "A whole number from a to b."
def randrange(start, stop=None, step=1):
    "A number of a range."
def uniform(a, b):
    "A number between a and b."
def choice(sequence):
    "One of them."
def getrandbits(n):
    "So many random bits."
def seed(n=None):
    "Where the numbers begin."
