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
    explicit FindBar(CodeEditor& editor, QWidget* parent = nullptr);

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

    CodeEditor& m_editor;
    QLineEdit* m_what;
    QLineEdit* m_with;
    QCheckBox* m_case;
};

}  // namespace coroboard::gui
