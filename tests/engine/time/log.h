// SPDX-License-Identifier: MIT
#pragma once
// What the tests of the loop share: a log of (instant, what happened), and an object that counts how many of it live, to be put
// into coroutine frames.

#include <string>
#include <vector>

#include "time/event_loop.h"

namespace coroboard::time {

using namespace std::chrono_literals;

class Log {
public:
    explicit Log(const EventLoop& loop) : m_loop(loop) {}
    void add(const std::string& what) { m_lines.push_back(std::to_string(m_loop.now().time_since_epoch() / 1us) + "us " + what); }
    const std::vector<std::string>& lines() const { return m_lines; }

private:
    const EventLoop& m_loop;
    std::vector<std::string> m_lines;
};

using Lines = std::vector<std::string>;

class Counted {
public:
    explicit Counted(int& living) : m_living(&living) { ++*m_living; }
    Counted(const Counted& other) : m_living(other.m_living) { ++*m_living; }
    Counted& operator=(const Counted&) = delete;
    ~Counted() { --*m_living; }

private:
    int* m_living;
};

}  // namespace coroboard::time
