// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CodeEditor: the text of the program, with what is known about each line beside it: errors (margin, squiggle and words at the end of the
// line), the coroutines that are suspended there right now (margin arrow and their names at the end of the line), breakpoints, which move
// with their lines, and where the program stands.
// Lines count from 1 in this interface, as in a traceback.

#include <QTimer>
#include <functional>
#include <vector>

#include "editor/scintilla.h"

namespace coroboard::gui {

class CodeCompletion;
class PythonLexer;

// A line where coroutines stand.
struct SuspendedMark {
    int line = 0;
    QString tasks;         // "heartbeat", "worker ×3"
    QString waitsFor;      // what the first of them waits for
    QString state;         // chooses the colour
    bool operator==(const SuspendedMark&) const = default;
};

// Something wrong with a line. column 0 = the whole line.
struct ErrorMark {
    int line = 0;
    int column = 0;
    QString message;
    bool operator==(const ErrorMark&) const = default;
};

// Where the program is to stop, and when.
struct LineBreakpoint {
    int line = 0;
    QString condition{};                       // empty: always
    int ignored = 0;                           // times it is passed before it stops for the first time
    bool operator==(const LineBreakpoint&) const = default;
};

class CodeEditor final : public QsciScintilla {
    Q_OBJECT

public:
    explicit CodeEditor(QWidget* parent = nullptr);

    // How the text is coloured.
    enum class Language { Python, Plain };
    void setLanguage(Language language);

    void setSuspended(std::vector<SuspendedMark> marks);
    void setErrors(std::vector<ErrorMark> errors);
    const std::vector<ErrorMark>& errors() const { return m_errors; }
    const std::vector<SuspendedMark>& suspended() const { return m_suspended; }

    // Sets or removes a breakpoint at the line or, where no code begins there, at the next line where some does; nothing when there is none.
    void toggleBreakpoint(int line);
    void setBreakpoints(const std::vector<int>& lines);
    std::vector<int> breakpoints() const;
    void setLineBreakpoints(const std::vector<LineBreakpoint>& breakpoints);
    std::vector<LineBreakpoint> lineBreakpoints() const;
    // Where the program stands; 0: it runs, or stands in another file.
    void setStop(int line);
    int stop() const { return m_stop; }
    // What is known of a name at a line, for the tool tip.
    void setValues(std::function<QString(const QString& name, int line)> values) { m_values = std::move(values); }

    CodeCompletion& completion() const { return *m_completion; }

    // Of the selected lines, or the one with the cursor. A comment goes when all of them are comments.
    void toggleComment();
    void indentLines(int steps);
    // "queue.Queue" for a place in Queue; empty when there is no name.
    QString dottedNameAt(int line, int column) const;

    // Puts the cursor there, scrolls it to the middle and flashes the line.
    void goToLine(int line);

Q_SIGNALS:
    // The text changed and has been left alone for a moment.
    void settled();
    void breakpointsChanged();
    // A click on the names of the coroutines that are suspended in a line.
    void suspendedClicked(int line);
    // A Ctrl-click on a name; the column counts from 0.
    void definitionAsked(int line, int column);
    // A right click on a line with a breakpoint, in the margin; in global coordinates.
    void breakpointMenuAsked(int line, const QPoint& where);

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    bool event(QEvent* event) override;

private:
    void freeKeys();
    std::pair<int, int> selectedLines() const;
    void replaceLines(int first, const QStringList& texts);
    void dress();
    void fitMargin();
    void placeMarkers();
    void defineMarkers();
    void clickMargin(int margin, int index);
    void moveBreakpoints();
    void drawStop(QPainter& painter);
    QString tipAt(const QPoint& at) const;
    // Answers the chip's place; empty when it is not seen.
    QRect drawChip(QPainter& painter, int line, const QString& strong, const QString& weak, const QColor& colour);
    const ErrorMark* errorAt(int line) const;

    PythonLexer* m_lexer;
    CodeCompletion* m_completion;
    QTimer m_settle;
    QTimer m_refresh;
    QTimer m_flashEnd;
    std::vector<SuspendedMark> m_suspended;
    std::vector<SuspendedMark> m_nextSuspended;
    std::vector<ErrorMark> m_errors;
    struct BreakpointMark {
        int handle = 0;                          // of Scintilla's marker, which moves with its line
        QString condition;
        int ignored = 0;
    };
    std::vector<BreakpointMark> m_breakpointMarks;
    std::vector<LineBreakpoint> m_breakpoints;   // as last told
    std::vector<std::pair<QRect, int>> m_chips;  // of suspended coroutines, and their lines
    std::function<QString(const QString&, int)> m_values;
    int m_stop = 0;
};

}  // namespace coroboard::gui
