# SPDX-License-Identifier: MIT
STA_IF = 0
AP_IF = 1
STAT_IDLE = 0
STAT_CONNECTING = 1
STAT_GOT_IP = 3
class WLAN:
    "The board's radio; one access point is there, and takes any key."
    def __init__(self, interface_id=STA_IF): pass
    def active(self, is_active=None):
        "Tells or switches."
    def connect(self, ssid=None, key=None, *, bssid=None):
        "Goes to an access point."
    def disconnect(self):
        "Leaves it."
    def scan(self):
        "Who is there."
    def status(self, param=None):
        "How it stands."
    def isconnected(self):
        "Whether it has an address."
    def ifconfig(self, config=None):
        "(address, mask, gateway, name server)."
    def config(self, param):
        "Tells or sets a setting."
class LAN:
    "The board's cable."
    def __init__(self, id=0): pass
    def active(self, state=None):
        "Tells or switches."
    def isconnected(self):
        "Whether it has an address."
    def status(self):
        "How it stands."
    def ifconfig(self, config=None):
        "(address, mask, gateway, name server)."
    def config(self, param):
        "Tells or sets a setting."
def hostname(name=None):
    "Tells or sets the board's name."
def country(code=None):
    "Tells or sets the country."
