// SPDX-License-Identifier: MIT
#pragma once
// HostSignals: SIGINT and SIGUSR1 as counters that the run loop looks at. One at a time in a process; the destructor puts back what
// was there before.

#include <csignal>

namespace coroboard::cli {

class HostSignals {
public:
    HostSignals();
    ~HostSignals();
    HostSignals(const HostSignals&) = delete;
    HostSignals& operator=(const HostSignals&) = delete;

    int interrupts() const;          // how often Ctrl-C was pressed
    bool takeTableRequest();         // SIGUSR1 came since the last call

private:
    struct sigaction m_interruptBefore {};
    struct sigaction m_tableBefore {};
};

}  // namespace coroboard::cli
