// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PythonLexer: QScintilla's Python lexer with async and await as words of their own (its stock list predates them) and our colours.

#include "editor/scintilla.h"
#include "theme/colours.h"

namespace coroboard::gui {

class PythonLexer final : public QsciLexerPython {
    Q_OBJECT

public:
    explicit PythonLexer(QObject* parent = nullptr);

    // Sets every style: QScintilla leaves the ones that are not set black on white.
    void dress(const Colours& colours, const QFont& font);

    const char* keywords(int set) const override;
};

}  // namespace coroboard::gui
