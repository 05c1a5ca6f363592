// SPDX-License-Identifier: MIT
#pragma once
// Links and LinkRing: intrusive circular doubly linked lists. The ring is its own sentinel; members are owned elsewhere and are
// added and taken out in O(1) without allocation. Order is first in, first out, but for what is put in front.

namespace coroboard::time {

struct Links {
    Links* previous = nullptr;
    Links* next = nullptr;

    bool isLinked() const { return next != nullptr; }
    void unlink()
    {
        previous->next = next;
        next->previous = previous;
        previous = next = nullptr;
    }
};

struct LinkRing : Links {
    LinkRing() noexcept { previous = next = this; }
    LinkRing(const LinkRing&) = delete;
    LinkRing& operator=(const LinkRing&) = delete;

    bool isEmpty() const { return next == this; }
    void append(Links& member)
    {
        member.previous = previous;
        member.next = this;
        previous->next = &member;
        previous = &member;
    }
    void prepend(Links& member)
    {
        member.previous = this;
        member.next = next;
        next->previous = &member;
        next = &member;
    }
};

}  // namespace coroboard::time
