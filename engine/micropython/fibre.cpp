// SPDX-License-Identifier: MIT
#include "micropython/fibre.h"

#include <memory>

#include <boost/context/protected_fixedsize_stack.hpp>

#include "base/ensure.h"

#if defined(__SANITIZE_ADDRESS__)
#define COROBOARD_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define COROBOARD_ASAN 1
#endif
#endif
#if defined(__SANITIZE_THREAD__)
#define COROBOARD_TSAN 1
#elif defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define COROBOARD_TSAN 1
#endif
#endif

#if COROBOARD_ASAN
#include <sanitizer/common_interface_defs.h>
#endif
#if COROBOARD_TSAN
#include <sanitizer/tsan_interface.h>
#endif

namespace coroboard::micropython {

namespace {

// Hands an already allocated stack to boost::context, so that its bounds are known to the sanitizers and to the collector.
struct OwnedStack {
    boost::context::stack_context context;
    boost::context::stack_context allocate() { return context; }
    void deallocate(boost::context::stack_context& stack) { boost::context::protected_fixedsize_stack(stack.size).deallocate(stack); }
};

}  // namespace

Fibre::Fibre(std::function<void()> body, std::size_t stackBytes) : m_body(std::move(body))
{
    boost::context::protected_fixedsize_stack allocator(stackBytes);
    const boost::context::stack_context stack = allocator.allocate();
    m_stackBytes = stack.size;
    m_stackBase = static_cast<std::byte*>(stack.sp) - stack.size;
    m_stackTop = static_cast<const std::byte*>(stack.sp);
#if COROBOARD_TSAN
    m_sanitizerFibre = __tsan_create_fiber(0);
#endif
    m_fibre = boost::context::fiber(std::allocator_arg, OwnedStack{stack}, [this](boost::context::fiber&& caller) {
        enter(std::move(caller));
        return std::move(m_caller);
    });
}

Fibre::~Fibre()
{
    if (!m_finished && m_fibre) {
        m_abandoned = true;
        beforeSwitchIn();
        m_fibre = std::move(m_fibre).resume();
        afterSwitchBack();
    }
    ENSURE(m_finished || !m_fibre, "a fibre must let Abandoned pass");
#if COROBOARD_TSAN
    __tsan_destroy_fiber(m_sanitizerFibre);
#endif
}

void Fibre::enter(boost::context::fiber&& caller)
{
    m_caller = std::move(caller);
#if COROBOARD_ASAN
    __sanitizer_finish_switch_fiber(nullptr, &m_callerStack, &m_callerStackBytes);
#endif
    if (!m_abandoned) {
        try {
            m_body();
        } catch (const Abandoned&) {
        } catch (...) {
            m_failure = std::current_exception();
        }
    }
    m_finished = true;
#if COROBOARD_ASAN
    __sanitizer_start_switch_fiber(nullptr, m_callerStack, m_callerStackBytes);
#endif
#if COROBOARD_TSAN
    __tsan_switch_to_fiber(m_sanitizerCaller, 0);
#endif
}

void Fibre::beforeSwitchIn()
{
    m_running = true;
#if COROBOARD_ASAN
    __sanitizer_start_switch_fiber(&m_sanitizerCaller, m_stackBase, m_stackBytes);
#endif
#if COROBOARD_TSAN
    m_sanitizerCaller = __tsan_get_current_fiber();
    __tsan_switch_to_fiber(m_sanitizerFibre, 0);
#endif
}

void Fibre::afterSwitchBack()
{
#if COROBOARD_ASAN
    __sanitizer_finish_switch_fiber(m_sanitizerCaller, nullptr, nullptr);
#endif
    m_running = false;
}

void Fibre::resume()
{
    ENSURE(!m_finished && !m_running, "a fibre is resumed once at a time, until it ends");
    beforeSwitchIn();
    m_fibre = std::move(m_fibre).resume();
    afterSwitchBack();
    if (m_failure) std::rethrow_exception(std::exchange(m_failure, nullptr));
}

void Fibre::suspend()
{
#if COROBOARD_ASAN
    void* own = nullptr;
    __sanitizer_start_switch_fiber(&own, m_callerStack, m_callerStackBytes);
#endif
#if COROBOARD_TSAN
    __tsan_switch_to_fiber(m_sanitizerCaller, 0);
#endif
    m_caller = std::move(m_caller).resume();
#if COROBOARD_ASAN
    __sanitizer_finish_switch_fiber(own, &m_callerStack, &m_callerStackBytes);
#endif
    if (m_abandoned) throw Abandoned{};
}

}  // namespace coroboard::micropython
