# SPDX-License-Identifier: MIT
# The usual ways to get onto the network, and what the interfaces tell of themselves.
import network
import socket
import time

wlan = network.WLAN(network.STA_IF)
print(wlan.active(), wlan.isconnected(), wlan.ifconfig()[0])
try:
    wlan.connect("name", "key")
except OSError as er:
    print(er)
wlan.active(True)
print([found[0] for found in wlan.scan()])
wlan.connect("coroboard", "secret")
print(wlan.status() == network.STAT_CONNECTING)
while not wlan.isconnected():
    time.sleep_ms(100)
print(wlan.status() == network.STAT_GOT_IP, wlan.ifconfig(), wlan.config("ssid"), network.WLAN(network.STA_IF) is wlan)

server = socket.socket()
server.bind((wlan.ifconfig()[0], 80))
server.listen(1)
client = socket.socket()
client.connect((wlan.ifconfig()[0], 80))
print(server.accept()[1][0])

lan = network.LAN()
lan.active(True)
while not lan.isconnected():
    time.sleep_ms(100)
print(lan.ifconfig()[0], len(wlan.config("mac")))
wlan.disconnect()
print(wlan.isconnected(), network.hostname())
