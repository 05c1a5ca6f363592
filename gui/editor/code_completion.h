// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CodeCompletion: completion and call tips of one editor. It looks at what was typed when the keyboard rests for a moment, and takes the keys
// that mean its list while that is open: Up, Down, Tab, Enter, Escape. Owned by its editor.

#include <QObject>
#include <QTimer>

#include "editor/code_knowledge.h"

class QKeyEvent;

namespace coroboard::gui {

class CallTipLabel;
class CodeEditor;
class CompletionPopup;

// What lies around the text.
struct CodeSurroundings {
    ModuleFinder finder;
    std::function<QStringList()> modules;        // of the project, by their dotted names
    std::function<QString()> otherText;          // of the other open files
};

class CodeCompletion final : public QObject {
    Q_OBJECT

public:
    explicit CodeCompletion(CodeEditor& editor);

    void setSurroundings(CodeSurroundings surroundings) { m_around = std::move(surroundings); }
    const CodeSurroundings& surroundings() const { return m_around; }

    // Now, whatever was typed.
    void complete();
    void showCallTip();

    CompletionPopup& popup() const { return *m_popup; }
    CallTipLabel& callTip() const { return *m_tip; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    enum class Asked { ByTyping, ByHand };

    void look(Asked asked);
    void lookAtCall();
    void accept(const QString& name);
    void close();
    bool takesKey(QKeyEvent& key);
    bool isCode() const;
    QString before(int lines) const;
    QRect cursorLine() const;

    CodeEditor& m_editor;
    CompletionPopup* m_popup;
    CallTipLabel* m_tip;
    CodeSurroundings m_around;
    QTimer m_rest;
    bool m_typed = false;
    bool m_dismissed = false;                    // by Escape, until another word
};

}  // namespace coroboard::gui
