# SPDX-License-Identifier: MIT
# machine.I2CTarget. https://docs.micropython.org/en/v1.27.0/library/machine.I2CTarget.html
from uctypes import addressof
import _host
from _machine.buffers import size, writable
from _machine.pin import UNSET, as_pin
from _platform import name as _port

_targets = {}
_ENDS = 48


class _TargetIRQ:
    def __init__(self, target):
        self._target = target
        self._handler = None
        self._trigger = 0
        self._hard = False
        self._flags = 0

    def flags(self):
        return self._flags

    def trigger(self, trigger=None):
        before = self._trigger
        if trigger is not None:
            self._target.irq(self._handler, trigger, self._hard)
        return before


class I2CTarget:
    IRQ_END_READ = 16
    IRQ_END_WRITE = 32

    def __init__(self, id=0, addr=None, *, addrsize=7, mem=None, mem_addrsize=8, scl=None, sda=None):
        name = "i2c%s" % id
        if not _host.has_controller(name):
            raise ValueError("I2CTarget(%s) doesn't exist" % id)
        if addr is None:
            raise TypeError("addr is needed")
        if addrsize != 7:
            raise ValueError("addrsize must be 7")
        if not 0 <= addr <= 127:
            raise ValueError("invalid addr: %s" % addr)
        if mem is not None and mem_addrsize not in (0, 8, 16, 24, 32):
            raise ValueError("mem_addrsize must be 0, 8, 16, 24 or 32")
        self._scl = as_pin(_host.default_pin(name, "scl") if scl is None else scl, name, "scl")
        self._sda = as_pin(_host.default_pin(name, "sda") if sda is None else sda, name, "sda")
        self._id = id
        self._addr = addr
        self._mem = mem
        count = 0 if mem is None else writable(mem)
        if mem is not None and not count:
            raise ValueError("mem is empty")
        for other in list(_targets.values()):
            if other._id == id:
                other.deinit()
        self._irq = _TargetIRQ(self)
        self._number = _host.target_open(name, self._scl._id, self._sda._id, addr, mem_addrsize // 8, addressof(mem) if count else 0, count)
        _targets[self._number] = self

    def deinit(self):
        if _targets.pop(self._number, None):
            _host.target_close(self._number)

    # Where in mem the last transfer began.
    @property
    def memaddr(self):
        return _host.target_memaddr(self._number)

    def readinto(self, buf):
        count = writable(buf)
        return _host.target_take(self._number, addressof(buf), count) if count else 0

    def write(self, buf):
        count = size(buf)
        return _host.target_give(self._number, addressof(buf), count) if count else 0

    # Without arguments it changes nothing.
    def irq(self, handler=UNSET, trigger=_ENDS, hard=False):
        irq = self._irq
        if handler is UNSET:
            return irq
        if trigger & ~63:
            raise ValueError("invalid trigger: %s" % trigger)
        if trigger & ~_ENDS and not hard:
            raise ValueError("hard IRQ required")
        if hard and _port == "esp32":
            raise ValueError("hard IRQ unsupported")
        irq._handler = handler
        irq._trigger = trigger
        irq._hard = bool(hard)
        irq._flags = 0
        _host.target_interrupts(self._number, trigger if handler else 0, irq._hard)
        return irq

    def __repr__(self):
        return "I2CTarget(%s, addr=%d, scl=%d, sda=%d)" % (self._id, self._addr, self._scl._id, self._sda._id)


if _port != "esp32":
    I2CTarget.IRQ_ADDR_MATCH_READ = 1
    I2CTarget.IRQ_ADDR_MATCH_WRITE = 2
    I2CTarget.IRQ_READ_REQ = 4
    I2CTarget.IRQ_WRITE_REQ = 8


def run(number, interrupt):
    flags = _host.target_flags(number)
    target = _targets.get(number)
    if target and target._irq._handler:
        target._irq._flags = flags
        interrupt(target._irq._handler, target, target._irq._hard)
