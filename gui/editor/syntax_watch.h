// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SyntaxWatch: has MicroPython compile a text on a thread of its own and tells what it refuses. Only the latest text counts: the answer to
// an older one is dropped. Lives on the GUI thread; waits in its destructor for a compilation under way.

#include <QObject>
#include <QThreadPool>

#include "editor/code_editor.h"

namespace coroboard::gui {

class SyntaxWatch final : public QObject {
    Q_OBJECT

public:
    explicit SyntaxWatch(QObject* parent = nullptr);

    void check(const QString& text);
    // The text became another one: what is being compiled is of no interest.
    void forget() { ++m_asked; }

Q_SIGNALS:
    void checked(const std::vector<coroboard::gui::ErrorMark>& mistakes);

private:
    QThreadPool m_pool;
    quint64 m_asked = 0;
};

}  // namespace coroboard::gui
