// SPDX-License-Identifier: MIT
#include "time/when_all.h"

namespace coroboard::time {

void AllEnded::taskEnded(TaskRecord& task)
{
    --m_left;
    if (task.state() == TaskState::failed && !m_failed)
        m_failed = task.takeFailure();
    if (m_left == 0 || m_failed)
        m_parent->loop().wake(*m_parent);
}

}  // namespace coroboard::time
