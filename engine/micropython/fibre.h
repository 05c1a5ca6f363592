// SPDX-License-Identifier: MIT
#pragma once
// Fibre: a native stack of its own (Boost.Context) on which a function runs until it suspends itself; resumed by whoever owns it.
// The interpreter needs one because C++20 coroutines cannot suspend the C calls below them. Reserved lazily, guard page below.
// One thread at a time. An exception that leaves the function is kept and rethrown from resume(). Destroying a suspended fibre unwinds it:
// suspend() throws Abandoned there, so destructors on the fibre run.

#include <cstddef>
#include <exception>
#include <functional>

#include <boost/context/fiber.hpp>

namespace coroboard::micropython {

class Fibre {
  public:
    // Thrown out of suspend() when the fibre's owner gives it up. Let it pass.
    struct Abandoned {};

    static constexpr std::size_t defaultStackBytes = 8u << 20;

    explicit Fibre(std::function<void()> body, std::size_t stackBytes = defaultStackBytes);
    ~Fibre();
    Fibre(const Fibre&) = delete;
    Fibre& operator=(const Fibre&) = delete;

    // Runs the body until it suspends or ends. Not from inside the body.
    void resume();

    // On the fibre: goes back to resume()'s caller.
    void suspend();

    bool finished() const { return m_finished; }
    bool running() const { return m_running; }

    // The highest address of the stack in use; [address of a local of the caller, stackTop()) is what is live while on the fibre.
    const std::byte* stackTop() const { return m_stackTop; }

  private:
    void enter(boost::context::fiber&& caller);
    void beforeSwitchIn();
    void afterSwitchBack();

    std::function<void()> m_body;
    boost::context::fiber m_fibre;
    boost::context::fiber m_caller;
    std::exception_ptr m_failure;
    std::byte* m_stackBase = nullptr;
    std::size_t m_stackBytes = 0;
    const std::byte* m_stackTop = nullptr;
    // For the sanitizers, which follow the switches when they are there.
    [[maybe_unused]] void* m_sanitizerCaller = nullptr;
    [[maybe_unused]] void* m_sanitizerFibre = nullptr;
    [[maybe_unused]] const void* m_callerStack = nullptr;
    [[maybe_unused]] std::size_t m_callerStackBytes = 0;
    bool m_finished = false;
    bool m_running = false;
    bool m_abandoned = false;
};

}  // namespace coroboard::micropython
