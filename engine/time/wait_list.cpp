// SPDX-License-Identifier: MIT
#include "time/wait_list.h"

#include "time/event_loop.h"

namespace coroboard::time {

WaitList::~WaitList()
{
    while (!isEmpty()) {
        auto& waiter = static_cast<Waiter&>(*m_waiters.next);
        waiter.unlink();
        waiter.m_task->forgetWaitPlace();
    }
}

Waiter& WaitList::wakeFirst()
{
    ENSURE(!isEmpty(), "somebody waits");
    auto& waiter = static_cast<Waiter&>(*m_waiters.next);
    waiter.unlink();
    waiter.m_task->loop().wake(*waiter.m_task);
    return waiter;
}

void WaitList::wakeAll()
{
    while (!isEmpty())
        wakeFirst();
}

std::vector<TaskId> WaitList::waiting() const
{
    std::vector<TaskId> tasks;
    for (const Links* link = m_waiters.next; link != &m_waiters; link = link->next)
        tasks.push_back(static_cast<const Waiter*>(link)->m_task->id());
    return tasks;
}

}  // namespace coroboard::time
