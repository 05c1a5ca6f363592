// SPDX-License-Identifier: MIT
#include "cli/host_signals.h"

namespace coroboard::cli {

namespace {

// Signal handlers can reach nothing else: the only globals of the program.
volatile std::sig_atomic_t interruptCount = 0;
volatile std::sig_atomic_t tableRequested = 0;

void onInterrupt(int) { interruptCount = interruptCount + 1; }
void onTableRequest(int) { tableRequested = 1; }

void install(int number, void (*handler)(int), struct sigaction* before)
{
    struct sigaction action {};
    action.sa_handler = handler;
    sigemptyset(&action.sa_mask);
    sigaction(number, &action, before);
}

}  // namespace

HostSignals::HostSignals()
{
    interruptCount = 0;
    tableRequested = 0;
    install(SIGINT, onInterrupt, &m_interruptBefore);
    install(SIGUSR1, onTableRequest, &m_tableBefore);
}

HostSignals::~HostSignals()
{
    sigaction(SIGINT, &m_interruptBefore, nullptr);
    sigaction(SIGUSR1, &m_tableBefore, nullptr);
}

int HostSignals::interrupts() const { return interruptCount; }

bool HostSignals::takeTableRequest()
{
    if (!tableRequested) return false;
    tableRequested = 0;
    return true;
}

}  // namespace coroboard::cli
