// SPDX-License-Identifier: MIT
#include "serial/line_editor.h"

#include <gtest/gtest.h>

#include "typed_terminal.h"

namespace coroboard::serial {
namespace {

using test::Silence;
using test::TypedTerminal;

// What the line looks like after these keys, which do not end it.
std::string shownAfter(std::string keys, History history = {}, LineEditor::Complete complete = {}, std::string_view before = {})
{
    TypedTerminal terminal(std::move(keys));
    LineEditor editor(terminal, history, std::move(complete));
    EXPECT_THROW(editor.readLine("> ", before), Silence);
    return terminal.shown();
}

struct Typed {
    LineEnd end;
    std::string text;
};

Typed typed(std::string keys)
{
    TypedTerminal terminal(std::move(keys));
    History history;
    LineEditor editor(terminal, history, {});
    const LineEnd end = editor.readLine("> ");
    EXPECT_TRUE(terminal.allRead());
    return {end, editor.text()};
}

TEST(LineEditor, EchoesWhatIsTyped)
{
    EXPECT_EQ(shownAfter("led.on()"), "> led.on()|");
    EXPECT_EQ(typed("led.on()\r").text, "led.on()");
    EXPECT_EQ(typed("x\n").text, "x");
}

TEST(LineEditor, CursorKeysAndEmacsKeysMove)
{
    EXPECT_EQ(shownAfter("abc\x1b[D\x1b[D"), "> a|bc");
    EXPECT_EQ(shownAfter("abc\x1b[D\x1b[D\x1b[C"), "> ab|c");
    EXPECT_EQ(shownAfter("abc\x1b[H"), "> |abc");
    EXPECT_EQ(shownAfter("abc\x01\x1b[F"), "> abc|");
    EXPECT_EQ(shownAfter("abc\x1b[1~"), "> |abc");
    EXPECT_EQ(shownAfter("abc\x1bOH\x1b[4~"), "> abc|");
    EXPECT_EQ(shownAfter("abc\x02\x02\x06"), "> ab|c");
    EXPECT_EQ(shownAfter("one two_three\x1b[1;5D"), "> one |two_three");
    EXPECT_EQ(shownAfter("one two\x01\x1b[1;5C"), "> one| two");
    EXPECT_EQ(shownAfter("a\x1b[D\x1b[D\x1b[D"), "> |a");
}

TEST(LineEditor, EditsInTheMiddle)
{
    EXPECT_EQ(shownAfter("ac\x1b[Db"), "> ab|c");
    EXPECT_EQ(shownAfter("abc\x1b[D\x7f"), "> a|c");
    EXPECT_EQ(shownAfter("abc\x01\x1b[3~"), "> |bc");
    EXPECT_EQ(shownAfter("abc\x01\x04"), "> |bc");
    EXPECT_EQ(shownAfter("abcdefgh\x01\x1b[C\x0b"), "> a|");
    EXPECT_EQ(shownAfter("abcd\x1b[D\x15"), "> |d");
    EXPECT_EQ(shownAfter("import time\x17"), "> import |");
    EXPECT_EQ(typed("prnt\x1b[D\x1b[Di\r").text, "print");
}

TEST(LineEditor, AnUnknownSequenceIsSwallowedWhole)
{
    EXPECT_EQ(shownAfter("ab\x1b[15~c"), "> abc|");
    EXPECT_EQ(shownAfter("ab\x1b[200~c"), "> abc|");
}

TEST(LineEditor, MovesOverWholeCharacters)
{
    EXPECT_EQ(typed("\xc3\xbc\xc3\x9f\x1b[D\x7f\r").text, "\xc3\x9f");
    EXPECT_EQ(typed("\xc3\xbc\xc3\x9f\x01\x1b[3~\r").text, "\xc3\x9f");
}

TEST(LineEditor, HistoryComesBackAndTheDraftIsKept)
{
    History history;
    history.push("first");
    history.push("second");
    EXPECT_EQ(shownAfter("dra\x1b[A", history), "> second|");
    EXPECT_EQ(shownAfter("dra\x1b[A\x1b[A\x1b[A", history), "> first|");
    EXPECT_EQ(shownAfter("dra\x1b[A\x1b[A\x1b[B\x1b[B", history), "> dra|");
    EXPECT_EQ(shownAfter("\x10\x10\x0e", history), "> second|");
}

TEST(History, KeepsNoRepetitionsAndNoMoreThanItsCapacity)
{
    History history;
    history.push("a");
    history.push("a");
    history.push("");
    EXPECT_EQ(history.size(), 1u);
    for (std::size_t i = 0; i < 2 * History::capacity; ++i) history.push(std::to_string(i));
    EXPECT_EQ(history.size(), History::capacity);
    EXPECT_EQ(history.back(0), std::to_string(2 * History::capacity - 1));
}

TEST(LineEditor, ControlCharactersEndAnEmptyLineOnly)
{
    EXPECT_EQ(typed("\x01").end, LineEnd::CtrlA);
    EXPECT_EQ(typed("\x02").end, LineEnd::CtrlB);
    EXPECT_EQ(typed("\x04").end, LineEnd::CtrlD);
    EXPECT_EQ(typed("\x05").end, LineEnd::CtrlE);
    EXPECT_EQ(typed("abc\x03").end, LineEnd::CtrlC);
    EXPECT_EQ(shownAfter("ab\x01\x05"), "> ab|");
}

TEST(LineEditor, TabTypesWhatIsSureAndListsWhatIsNot)
{
    const auto complete = [](std::string_view text) -> Completion {
        if (text == "x = pri") return {"nt", {}};
        if (text == "pin.") return {"", {"init", "irq", "value"}};
        return {};
    };
    EXPECT_EQ(shownAfter("x = pri\t", {}, complete), "> x = print|");
    EXPECT_EQ(shownAfter("zz\t", {}, complete), "> zz|");
    EXPECT_EQ(shownAfter("\t", {}, complete), ">     |");

    TypedTerminal terminal("pin.()\x1b[D\x1b[D\t");
    History history;
    LineEditor editor(terminal, history, complete);
    EXPECT_THROW(editor.readLine("> "), Silence);
    EXPECT_NE(terminal.sent().find("\r\ninit   irq    value\r\n> pin.()"), std::string::npos) << terminal.sent();
    EXPECT_EQ(terminal.shown(), "> pin.|()");
}

TEST(LineEditor, IndentsLikeTheLineAbove)
{
    EXPECT_EQ(shownAfter("", {}, {}, "while True:\n"), ">     |");
    EXPECT_EQ(shownAfter("", {}, {}, "while True:\n    x()\n"), ">     |");
    EXPECT_EQ(shownAfter("", {}, {}, "while True:\n    if x:\n"), ">         |");
    EXPECT_EQ(shownAfter("\x7f", {}, {}, "while True:\n    if x:\n"), ">     |");
    // What is pasted brings its own.
    EXPECT_EQ(shownAfter("    x()", {}, {}, "while True:\n"), ">     x()|");
}

TEST(Statement, GoesOnWhileSomethingIsOpen)
{
    for (const char* open : {"for i in x:", "for i in x:\n    print(i)", "print(1,", "x = [", "s = '''abc", "s = '''a\nb", "x = 1 + \\", "@d",
                             "async def f():", "f('a (', ", "if x: y()", "class A:\n    def f(self):\n        pass"})
        EXPECT_TRUE(wantsMore(open)) << open;
    for (const char* whole : {"", "x = 1", "for i in x:\n    print(i)\n", "print('(')", "s = 'it\\'s'", "# (", "forest = 1", "s = '''a\nb'''",
                              "s = 'open", "x = ')' + \"(\"", "definition()"})
        EXPECT_FALSE(wantsMore(whole)) << whole;
}

TEST(Statement, TwoLinesOfSpacesEndTheIndentation)
{
    EXPECT_EQ(indentationAfter("if x:\n"), 4u);
    EXPECT_EQ(indentationAfter("if x:\n    y\n    \n"), 4u);
    EXPECT_EQ(indentationAfter("if x:\n    y\n    \n    \n"), 0u);
    EXPECT_EQ(indentationAfter("x = [\n"), 0u);
    EXPECT_EQ(indentationAfter(""), 0u);
}

}  // namespace
}  // namespace coroboard::serial
