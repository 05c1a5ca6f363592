// SPDX-License-Identifier: MIT
#include "micropython/guard_pages.h"

#include <wasm-rt.h>

#if WASM_RT_MEMCHECK_SIGNAL_HANDLER

#include <signal.h>

#include <array>
#include <atomic>
#include <cstdlib>
#include <mutex>

#include "micropython/hard_fault.h"

namespace coroboard::micropython {
namespace {

struct Range {
    std::atomic<std::uint8_t*> start{nullptr};
    std::atomic<std::uint64_t> bytes{0};
};

// Read from a signal handler: a fixed table of atomics, no locks there.
std::array<Range, 256> ranges;
std::mutex rangesMutex;
struct sigaction previousAction;

void onFault(int signal, siginfo_t* info, void* context)
{
    const auto* address = static_cast<const std::uint8_t*>(info->si_addr);
    for (const Range& range : ranges) {
        const std::uint8_t* start = range.start.load(std::memory_order_acquire);
        if (start && address >= start && address < start + range.bytes.load(std::memory_order_relaxed)) {
            sigset_t mask;
            sigemptyset(&mask);
            sigaddset(&mask, signal);
            pthread_sigmask(SIG_UNBLOCK, &mask, nullptr);
            wasm_rt_trap(WASM_RT_TRAP_OOB);
        }
    }
    if (previousAction.sa_flags & SA_SIGINFO) {
        previousAction.sa_sigaction(signal, info, context);
    } else if (previousAction.sa_handler != SIG_DFL && previousAction.sa_handler != SIG_IGN) {
        previousAction.sa_handler(signal);
    } else {
        ::signal(signal, SIG_DFL);
    }
}

}  // namespace

void watchGuardPages(std::uint8_t* start, std::uint64_t bytes)
{
    const std::lock_guard lock(rangesMutex);
    static const bool installed = [] {
        struct sigaction action {};
        action.sa_sigaction = onFault;
        action.sa_flags = SA_SIGINFO | SA_NODEFER;
        sigemptyset(&action.sa_mask);
        return sigaction(SIGSEGV, &action, &previousAction) == 0;
    }();
    if (!installed) std::abort();
    for (Range& range : ranges) {
        if (range.start.load()) continue;
        range.bytes.store(bytes, std::memory_order_relaxed);
        range.start.store(start, std::memory_order_release);
        return;
    }
    std::abort();
}

void forgetGuardPages(std::uint8_t* start)
{
    const std::lock_guard lock(rangesMutex);
    for (Range& range : ranges)
        if (range.start.load() == start) range.start.store(nullptr);
}

}  // namespace coroboard::micropython

#else

namespace coroboard::micropython {

void watchGuardPages(std::uint8_t*, std::uint64_t) {}
void forgetGuardPages(std::uint8_t*) {}

}  // namespace coroboard::micropython

#endif
