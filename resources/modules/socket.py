# SPDX-License-Identifier: MIT
AF_INET = 2
SOCK_STREAM = 1
SOCK_DGRAM = 2
SOL_SOCKET = 1
SO_REUSEADDR = 4
class socket:
    "One end of a connection, on the board's own network."
    def __init__(self, af=AF_INET, type=SOCK_STREAM, proto=0): pass
    def bind(self, address):
        "Takes an address."
    def listen(self, backlog=2):
        "Lets others connect."
    def accept(self):
        "Waits for one: (socket, address)."
    def connect(self, address):
        "Goes to a server."
    def send(self, data):
        "Sends what there is room for."
    def sendall(self, data):
        "Sends all of it."
    def recv(self, bufsize):
        "Receives up to so many bytes."
    def sendto(self, data, address):
        "Sends a datagram."
    def recvfrom(self, bufsize):
        "Receives a datagram: (data, address)."
    def settimeout(self, value):
        "How long to wait; None: for ever."
    def setblocking(self, flag):
        "Whether to wait."
    def setsockopt(self, level, optname, value):
        "Sets an option."
    def makefile(self, mode="rb"):
        "The socket as a stream."
    def read(self, size=None):
        "Reads bytes."
    def readinto(self, buf, nbytes=None):
        "Fills a buffer."
    def readline(self):
        "A line."
    def write(self, buf):
        "Writes bytes."
    def close(self):
        "Ends it."
def getaddrinfo(host, port, af=0, type=0, proto=0, flags=0):
    "What to connect to."
