# boards: raspberry-pi-pico raspberry-pi-pico-w sensor-board esp32-devkit
# As much work as a round of pystone: about 570 bytecodes and 16 calls (pystone: 498 and 17) of Python functions, half of it on globals, attributes and lists.
# Rounds a second as MicroPython publishes them for misc_pystone (commits 79edaddf50, 549448e8bb).
import sys
import time

PUBLISHED = {"rp2": 1456.75, "esp32": 1801.87}
ROUNDS = 100
SLOTS = 12

stock = [0] * SLOTS
ledger = [[0] * 4 for _ in range(SLOTS)]
turnover = 0
open_now = False
label = "-"


class Parcel:
    def __init__(self, slot, weight, sender, ahead, state):
        self.slot = slot
        self.weight = weight
        self.sender = sender
        self.ahead = ahead
        self.state = state

    def forwarded(self):
        return Parcel(self.slot, self.weight, self.sender, self, self.state)

    def price(self):
        if self.weight > 20:
            return 2 * self.weight - 5
        return self.weight + 3


counter = Parcel(3, 12, "a sender of some length", None, 1)


def open_shop():
    global open_now, label
    open_now = True
    label = "A"


def is_heavy(weight):
    return weight > 20


def slot_for(weight, start):
    at = start
    if is_heavy(weight):
        at = at + 4
    while stock[at] > 90:
        at = at + 1
    return at


def store(parcel, at):
    global turnover
    stock[at] = parcel.weight
    row = ledger[at]
    for column in range(4):
        row[column] = row[column] + parcel.weight
    row[at % 4] = at
    turnover = turnover + parcel.price()
    if turnover > 10000:
        turnover = 0


def earlier(one, other):
    at = 0
    while at < 3:
        if one[at] != other[at]:
            return one[at] < other[at]
        at = at + 1
    return False


def next_letter(letter):
    if letter == "Z":
        return "A"
    return chr(ord(letter) + 1)


def next_state(state):
    if state == 1:
        return 2
    elif state == 2:
        return 3
    elif state == 3:
        return 4
    return 1


def weigh(parcel, more):
    net = parcel.weight + more
    parcel.weight = net % 30 + 5
    parcel.state = next_state(parcel.state)
    return net


def deliver(parcel):
    onward = parcel.forwarded()
    onward.slot = slot_for(onward.weight, 2)
    onward.state = next_state(parcel.state)
    store(onward, onward.slot)
    onward.ahead = None
    parcel.slot = onward.slot
    return onward


def close_shop(sold):
    global open_now
    average = sold // 3 + 7 * sold - 4
    if average > 0 and open_now:
        open_now = False
    return average


def work(rounds):
    global counter, label
    name = "first of two names"
    for _ in range(rounds):
        open_shop()
        sold = 0
        other = "fire of two names"
        found = not earlier(name, other)
        while sold < 2:
            sold = sold + 1
            counter.weight = counter.weight % 50 + 1
        sold = sold + weigh(counter, sold)
        counter = deliver(counter)
        letter = label
        while letter < "C":
            letter = next_letter(letter)
        if found and letter == "C":
            label = letter
        total = sold * 3
        share = total // 7
        total = 5 * (total - share) - sold
        for at in range(3):
            stock[at] = stock[at + 1] - 1
            ledger[at][1] = stock[at] + total
        sold = close_shop(share)
        if is_heavy(sold):
            sold = sold - total


start = time.ticks_us()
work(ROUNDS)
rounds = ROUNDS * 1e6 / time.ticks_diff(time.ticks_us(), start)
ratio = rounds / PUBLISHED.get(sys.platform, 1)
print("as published, within 20 %" if 0.8 < ratio < 1.2 else "rounds a second: {:.0f}, {:.2f} of what is published".format(rounds, ratio))
