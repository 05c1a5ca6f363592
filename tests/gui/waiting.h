// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Waiting for what the event loop brings, without sleeping: events run until the condition holds or the time is over.

#include <QTest>
#include <functional>

namespace coroboard::gui {

inline bool eventually(const std::function<bool()>& condition, int milliseconds = 10'000)
{
    return QTest::qWaitFor(condition, milliseconds);
}

}  // namespace coroboard::gui
