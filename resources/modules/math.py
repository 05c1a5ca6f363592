# SPDX-License-Identifier: MIT
pi = 3.14159
e = 2.71828
def sqrt(x):
    "The square root."
def sin(x):
    "The sine, of radians."
def cos(x):
    "The cosine, of radians."
def tan(x):
    "The tangent, of radians."
def asin(x): pass
def acos(x): pass
def atan(x): pass
def atan2(y, x):
    "The angle of a point."
def exp(x): pass
def log(x, base=e): pass
def pow(x, y): pass
def floor(x): pass
def ceil(x): pass
def trunc(x): pass
def fabs(x): pass
def fmod(x, y): pass
def radians(x): pass
def degrees(x): pass
def isnan(x): pass
def isinf(x): pass
