// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/python_lexer.h"

namespace coroboard::gui {

PythonLexer::PythonLexer(QObject* parent) : QsciLexerPython(parent)
{
    setHighlightSubidentifiers(false);
    setFoldComments(false);
    setFoldQuotes(false);
}

const char* PythonLexer::keywords(int set) const
{
    if (set == 1)
        return "and as assert break class continue def del elif else except finally for from global if import in is lambda "
               "nonlocal not or pass raise return try while with yield None True False";
    if (set == 2) return "async await";
    return nullptr;
}

void PythonLexer::dress(const Colours& colours, const QFont& font)
{
    setDefaultFont(font);
    setDefaultColor(colours.text);
    setDefaultPaper(colours.surface);
    setFont(font, -1);
    setColor(colours.text, -1);
    setPaper(colours.surface, -1);
    QFont bold = font;
    bold.setBold(true);
    QFont italic = font;
    italic.setItalic(true);
    setColor(colours.codeComment, Comment);
    setColor(colours.codeComment, CommentBlock);
    setFont(italic, Comment);
    setFont(italic, CommentBlock);
    setColor(colours.codeNumber, Number);
    setColor(colours.codeKeyword, Keyword);
    setColor(colours.codeAwait, HighlightedIdentifier);
    setFont(bold, HighlightedIdentifier);
    setColor(colours.codeName, ClassName);
    setColor(colours.codeName, FunctionMethodName);
    setFont(bold, ClassName);
    setFont(bold, FunctionMethodName);
    setColor(colours.codeDecorator, Decorator);
    setColor(colours.muted, Operator);
    setColor(colours.failed, UnclosedString);
    for (int style : {SingleQuotedString, DoubleQuotedString, TripleSingleQuotedString, TripleDoubleQuotedString, SingleQuotedFString,
                      DoubleQuotedFString, TripleSingleQuotedFString, TripleDoubleQuotedFString})
        setColor(colours.codeString, style);
    setEolFill(false, UnclosedString);
}

}  // namespace coroboard::gui
