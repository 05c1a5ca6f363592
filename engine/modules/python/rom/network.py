# SPDX-License-Identifier: MIT
# The board's network interfaces. They lead to the board's own network (engine/network), where nobody else is: every access point is
# the one that is there, and it takes any key. https://docs.micropython.org/en/v1.27.0/library/network.html
import _coroboard as _host
import time

STA_IF = 0
AP_IF = 1
STAT_IDLE = 0
STAT_CONNECTING = 1
STAT_GOT_IP = 3
AUTH_OPEN = 0
AUTH_WPA2_PSK = 3

_CONNECTING_MS = 800
_NAME = b"coroboard"
_hostname = "board"
_country = "XX"


def _dotted(host):
    return ".".join(str(host >> shift & 255) for shift in (24, 16, 8, 0))


def _addresses():
    own = _host.net_own_address()
    gateway = _dotted(own & ~255 | 1)
    return (_dotted(own), "255.255.255.0", gateway, gateway)


def hostname(name=None):
    global _hostname
    if name is None:
        return _hostname
    if not 0 < len(name) <= 32:
        raise ValueError("a host name has 1 to 32 characters")
    _hostname = name


def country(code=None):
    global _country
    if code is None:
        return _country
    if len(code) != 2:
        raise ValueError("a country has two letters")
    _country = code


class _Interface:
    def __init__(self):
        self._active = False
        self._since = None
        self._settings = {"ssid": "", "txpower": 20, "pm": 0}

    def active(self, state=None):
        if state is None:
            return self._active
        self._active = bool(state)
        if not state:
            self._since = None

    def isconnected(self):
        return self._since is not None and time.ticks_diff(time.ticks_ms(), self._since) >= _CONNECTING_MS

    def disconnect(self):
        self._since = None

    def status(self, param=None):
        if param == "rssi":
            return -40
        if param is not None:
            raise ValueError("unknown status param")
        if self._since is None:
            return STAT_IDLE
        return STAT_GOT_IP if self.isconnected() else STAT_CONNECTING

    def ifconfig(self, settings=None):
        if settings is not None and settings != "dhcp" and tuple(settings) != _addresses():
            raise NotImplementedError("network: the address of this board cannot be changed")
        return _addresses() if self.isconnected() else ("0.0.0.0",) * 4

    def ipconfig(self, param=None, **settings):
        if settings and settings != {"dhcp4": True}:
            raise NotImplementedError("network: the address of this board cannot be changed")
        if param is None:
            return
        own, mask, gateway, _ = self.ifconfig()
        answers = {"dhcp4": True, "has_dhcp4": self.isconnected(), "addr4": (own, mask), "gw4": gateway}
        if param not in answers:
            raise ValueError("unknown config param")
        return answers[param]

    def config(self, *args, **settings):
        for name in settings:
            if name not in ("ssid", "essid", "hostname", "txpower", "pm", "channel", "key", "password", "security"):
                raise ValueError("unknown config param")
            self._settings[name] = settings[name]
        if not args:
            return
        if args[0] == "mac":
            return bytes([2] + [_host.chip_id(i) for i in range(5)])
        if args[0] == "hostname":
            return _hostname
        if args[0] not in self._settings:
            raise ValueError("unknown config param")
        return self._settings[args[0]]


class LAN(_Interface):
    def __init__(self, *args, **settings):
        super().__init__()

    def active(self, state=None):
        if state and not self._active:
            self._since = time.ticks_ms()
        return super().active(state)


class WLAN(_Interface):
    IF_STA = STA_IF
    IF_AP = AP_IF
    SEC_OPEN = AUTH_OPEN
    SEC_WPA2 = AUTH_WPA2_PSK
    PM_NONE = 0
    PM_PERFORMANCE = 1
    PM_POWERSAVE = 2

    _made = {}

    # One object an interface, as on the boards.
    def __new__(cls, interface_id=STA_IF):
        if interface_id not in (STA_IF, AP_IF):
            raise ValueError("WLAN is STA_IF or AP_IF")
        if interface_id not in cls._made:
            cls._made[interface_id] = super().__new__(cls)
        return cls._made[interface_id]

    def __init__(self, interface_id=STA_IF):
        if not hasattr(self, "_id"):
            super().__init__()
            self._id = interface_id

    def active(self, state=None):
        if state and self._id == AP_IF and not self._active:
            self._since = time.ticks_add(time.ticks_ms(), -_CONNECTING_MS)
        return super().active(state)

    def connect(self, ssid=None, key=None, *, bssid=None):
        if self._id == AP_IF:
            raise OSError("connect is for STA_IF")
        if not self._active:
            raise OSError("the interface is not active")
        if ssid is not None:
            self._settings["ssid"] = ssid
        self._since = time.ticks_ms()

    def scan(self):
        if not self._active:
            raise OSError("the interface is not active")
        return [(_NAME, b"\x02\x00\x00\x00\x00\x01", 6, -40, AUTH_WPA2_PSK, False)]
