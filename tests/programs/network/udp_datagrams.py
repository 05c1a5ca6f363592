# check: cpython
# SPDX-License-Identifier: MIT
# Datagrams keep their bounds and name their sender; what is not there does not block a socket that must not.
import socket

one = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
two = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
one.bind(("127.0.0.1", 5353))
two.bind(("127.0.0.1", 5354))
print(two.sendto(b"first", ("127.0.0.1", 5353)), two.sendto(b"second", ("127.0.0.1", 5353)))
print(one.recvfrom(100))
print(one.recv(3))
one.setblocking(False)
try:
    one.recvfrom(10)
except OSError as er:
    print("would block", er.errno == 11)
one.close()
two.close()
