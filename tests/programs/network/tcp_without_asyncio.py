# SPDX-License-Identifier: MIT
# Blocking sockets, poll and the errors by number, without asyncio.
import errno
import select
import socket
import time

listening = socket.socket()
listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
listening.bind(socket.getaddrinfo("0.0.0.0", 80)[0][-1])
listening.listen(1)
other = socket.socket()


def errno_of(call, *arguments):
    try:
        return call(*arguments)
    except OSError as er:
        return errno.errorcode.get(er.errno, er.errno)


print(errno_of(other.bind, ("", 80)))
print(errno_of(other.connect, ("127.0.0.1", 81)))
print(errno_of(other.connect, ("8.8.8.8", 80)))
print(errno_of(socket.getaddrinfo, "example.com", 80))
print(errno_of(other.send, b"x"))

poller = select.poll()
poller.register(listening, select.POLLIN)
print("quiet", poller.poll(10))
other.connect(("127.0.0.1", 80))
print("arrived", poller.poll(10)[0][1] == select.POLLIN)
server, address = listening.accept()
print(address[0])

print(server.write(b"one\ntwo\nrest"), other.readline(), other.readline(), other.read(2))
print(other.recv(10))
other.settimeout(0.05)
start = time.ticks_ms()
print(errno_of(other.recv, 10), time.ticks_diff(time.ticks_ms(), start) >= 50)
other.setblocking(False)
print(other.readline(), other.read(5), errno_of(other.recv, 5))
buf = bytearray(4)
server.sendall(b"abcdef")
print(other.readinto(buf), buf, other.recv(10))
server.close()
print(other.recv(10), other.read(), errno_of(other.send, b"x"))
