// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CompletionPopup: the names that can follow, below the cursor: an icon for what each is, its parameters, a line of words about the one
// that is chosen. It never takes the keyboard; the editor tells it what was pressed. Owned by the editor.

#include <QFrame>
#include <QLabel>
#include <QListWidget>
#include <vector>

#include "editor/code_knowledge.h"

namespace coroboard::gui {

class CompletionPopup final : public QFrame {
    Q_OBJECT

public:
    explicit CompletionPopup(QWidget* parent);

    // `at`: the line the cursor is in, in coordinates of the parent; the list goes below it, or above where there is no room.
    void show(const std::vector<Completion>& completions, const QRect& at);
    using QWidget::show;
    void move(int by);
    QString chosen() const;
    QStringList names() const;
    QString about() const { return m_about->text(); }

Q_SIGNALS:
    void accepted(const QString& name);

private:
    void tellAbout();

    QListWidget* m_list;
    QLabel* m_about;
};

// What is being called and with what, above the cursor; the argument that is typed is bold.
class CallTipLabel final : public QLabel {
    Q_OBJECT

public:
    explicit CallTipLabel(QWidget* parent);

    void show(const CallTip& tip, const QRect& at);
    using QWidget::show;
};

}  // namespace coroboard::gui
