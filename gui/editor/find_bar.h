// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FindBar: find and replace under the editor; opened with the word under the cursor, closed with Escape.

#include <QCheckBox>
#include <QLineEdit>
#include <QWidget>

namespace coroboard::gui {

class CodeEditor;

class FindBar final : public QWidget {
    Q_OBJECT

public:
    explicit FindBar(QWidget* parent = nullptr);

    // Where it looks; before it is opened.
    void setEditor(CodeEditor& editor) { m_editor = &editor; }

public Q_SLOTS:
    void open();
    void close();
    void findNext();
    void findPrevious();
    void replaceOne();
    void replaceAll();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum class Direction { Forward, Backward };
    bool find(Direction direction);
    void tellFound(bool found);

    CodeEditor* m_editor = nullptr;
    QLineEdit* m_what;
    QLineEdit* m_with;
    QCheckBox* m_case;
};

}  // namespace coroboard::gui
