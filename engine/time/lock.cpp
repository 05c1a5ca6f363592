// SPDX-License-Identifier: MIT
#include "time/lock.h"

namespace coroboard::time {

Lock::~Lock() { ENSURE(!isLocked(), "a lock outlives its guards"); }

void Lock::giveTo(TaskRecord& task)
{
    m_state = State::locked;
    m_holder = &task;
    m_nextHeld = std::exchange(task.m_heldLocks, this);
    m_waiting.setHolder(&task);
}

void Lock::forgetHolder()
{
    if (!m_holder)
        return;
    Lock** link = &m_holder->m_heldLocks;
    while (*link != this)
        link = &(*link)->m_nextHeld;
    *link = m_nextHeld;
    m_holder = nullptr;
    m_waiting.setHolder(nullptr);
}

void Lock::release()
{
    forgetHolder();
    m_state = State::free;
    if (!m_waiting.isEmpty())
        giveTo(*m_waiting.wakeFirst().task());
}

}  // namespace coroboard::time
