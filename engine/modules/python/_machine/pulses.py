# SPDX-License-Identifier: MIT
# machine.bitstream, machine.time_pulse_us, and what the dht module needs.
# https://docs.micropython.org/en/v1.27.0/library/machine.html#machine.bitstream
from uctypes import addressof
import _host
from _machine.buffers import size, writable, check


def bitstream(pin, encoding, timing, data):
    if encoding != 0:
        raise ValueError("encoding")
    if len(timing) != 4:
        raise ValueError("timing must be (high_time_0, low_time_0, high_time_1, low_time_1)")
    count = size(data)
    if count:
        _host.bitstream(pin._id, timing[0], timing[1], timing[2], timing[3], addressof(data), count)


def time_pulse_us(pin, pulse_level, timeout_us=1000000):
    return _host.time_pulse_us(pin._id, bool(pulse_level), timeout_us)


def dht_readinto(pin, buf):
    if writable(buf) < 5:
        raise ValueError("buffer too small")
    check(_host.dht_read(pin._id, addressof(buf)))
