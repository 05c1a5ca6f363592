// SPDX-License-Identifier: MIT
#include "serial/repl.h"

#include <gtest/gtest.h>

#include <vector>

#include "typed_terminal.h"

namespace coroboard::serial {
namespace {

using namespace std::string_literals;
using test::Silence;
using test::TypedTerminal;

// Notes what it is given. "boom" raises, "exit" is SystemExit, everything else prints "ran".
class NotingInterpreter final : public Interpreter {
public:
    explicit NotingInterpreter(Terminal& terminal) : m_terminal(terminal) {}
    std::string banner() const override { return "MicroPython on a test"; }
    Outcome execute(std::string_view text, Input input, std::string& traceback) override
    {
        ran.emplace_back(std::string(text), input);
        if (text == "exit") return Outcome::Exit;
        if (text == "boom") {
            traceback = "Boom\r\n";
            return Outcome::Exception;
        }
        m_terminal.write("ran\r\n");
        return Outcome::Done;
    }
    Completion complete(std::string_view) override { return {}; }

    std::vector<std::pair<std::string, Input>> ran;

private:
    Terminal& m_terminal;
};

enum class How { WentSilent, SoftReset };

struct Conversation {
    explicit Conversation(std::string typed, ReplMode mode = ReplMode::Friendly) : terminal(std::move(typed)), interpreter(terminal)
    {
        session.mode = mode;
        Repl repl(terminal, interpreter, session);
        try {
            repl.run();
            how = How::SoftReset;
        } catch (const Silence&) {
            how = How::WentSilent;
        }
    }
    TypedTerminal terminal;
    NotingInterpreter interpreter;
    Session session;
    How how{};
};

const std::string greeting = "MicroPython on a test\r\nType \"help()\" for more information.\r\n>>> ";
const std::string rawGreeting = "raw REPL; CTRL-B to exit\r\n>";

TEST(FriendlyRepl, GreetsAndRunsStatements)
{
    const Conversation talk("1+1\rboom\r\r");
    EXPECT_EQ(talk.terminal.sent(), greeting + "1+1\r\nran\r\n>>> boom\r\nBoom\r\n>>> \r\n>>> ");
    ASSERT_EQ(talk.interpreter.ran.size(), 2u);
    EXPECT_EQ(talk.interpreter.ran[0], std::pair("1+1"s, Input::Statement));
}

TEST(FriendlyRepl, ABlockEndsWithAnEmptyLine)
{
    const Conversation talk("for i in x:\rprint(i)\r\x7f\r");
    EXPECT_EQ(talk.terminal.sent(), greeting + "for i in x:\r\n...     print(i)\r\n...     \b\b\b\b\x1b[K\r\nran\r\n>>> ");
    ASSERT_EQ(talk.interpreter.ran.size(), 1u);
    EXPECT_EQ(talk.interpreter.ran[0].first, "for i in x:\n    print(i)\n");
}

TEST(FriendlyRepl, CtrlCThrowsTheStatementAway)
{
    const Conversation talk("if x:\rhalf\x03" "1\r");
    ASSERT_EQ(talk.interpreter.ran.size(), 1u);
    EXPECT_EQ(talk.interpreter.ran[0].first, "1");
    EXPECT_TRUE(talk.terminal.sent().ends_with("half\r\n>>> 1\r\nran\r\n>>> "));
}

TEST(FriendlyRepl, CtrlDAndSystemExitEndInASoftReset)
{
    EXPECT_EQ(Conversation("\x04").how, How::SoftReset);
    EXPECT_EQ(Conversation("exit\r").how, How::SoftReset);
    EXPECT_EQ(Conversation("x\x04").how, How::WentSilent);
}

TEST(FriendlyRepl, CtrlBGreetsAgain)
{
    EXPECT_EQ(Conversation("\x02").terminal.sent(), greeting + "\r\n" + greeting);
}

TEST(PasteMode, TakesEverythingUntilCtrlD)
{
    const Conversation talk("\x05" "def f():\r\n  return 1\nf()\x04");
    EXPECT_EQ(talk.terminal.sent(), greeting + "\r\npaste mode; Ctrl-C to cancel, Ctrl-D to finish\r\n=== def f():\r\n===   return 1\r\n=== "
                                                "f()\r\nran\r\n>>> ");
    ASSERT_EQ(talk.interpreter.ran.size(), 1u);
    EXPECT_EQ(talk.interpreter.ran[0], std::pair("def f():\n  return 1\nf()"s, Input::Paste));
}

TEST(PasteMode, CtrlCCancels)
{
    const Conversation talk("\x05" "1\r\x03");
    EXPECT_TRUE(talk.interpreter.ran.empty());
    EXPECT_TRUE(talk.terminal.sent().ends_with("=== \r\n>>> "));
}

TEST(RawRepl, RunsWithoutEcho)
{
    const Conversation talk("\x01print(1)\x04" "boom\x04\x02");
    EXPECT_EQ(talk.terminal.sent(), greeting + "\r\n" + rawGreeting + "OKran\r\n\x04\x04>OK\x04" "Boom\r\n\x04>\r\n" + greeting);
    EXPECT_EQ(talk.interpreter.ran[0], std::pair("print(1)"s, Input::Module));
    EXPECT_EQ(talk.session.mode, ReplMode::Friendly);
}

TEST(RawRepl, CtrlCClearsAndCtrlAGreets)
{
    const Conversation talk("\x01rubbish\x03x\x04\x01");
    EXPECT_EQ(talk.interpreter.ran[0].first, "x");
    EXPECT_TRUE(talk.terminal.sent().ends_with(">" + rawGreeting));
}

// A soft reset out of the raw REPL: the session stays raw, so that the next interpreter answers raw.
TEST(RawRepl, StaysRawOverASoftReset)
{
    const Conversation talk("\x01\x04");
    EXPECT_EQ(talk.how, How::SoftReset);
    EXPECT_TRUE(talk.terminal.sent().ends_with(rawGreeting + "OK\r\n"));
    EXPECT_EQ(talk.session.mode, ReplMode::Raw);
    EXPECT_EQ(Conversation("", ReplMode::Raw).terminal.sent(), rawGreeting);
}

TEST(RawPaste, FlowsInWindows)
{
    const std::string source(5000, 'x');
    const Conversation talk("\x01\x05" "A\x01" + source + "\x04");
    // The window's size, and one window granted at once; then one more after each that was used up.
    EXPECT_EQ(talk.terminal.sent(), greeting + "\r\n" + rawGreeting + "R\x01\x00\x08\x01\x01\x01\x04ran\r\n\x04\x04>"s);
    EXPECT_EQ(talk.interpreter.ran[0], std::pair(source, Input::Module));
}

TEST(RawPaste, CtrlCCancelsAndOtherCommandsAreRefused)
{
    const Conversation talk("\x01\x05" "A\x01half\x03\x05" "Z\x01");
    EXPECT_TRUE(talk.interpreter.ran.empty());
    EXPECT_TRUE(talk.terminal.sent().ends_with("\x04\x04Traceback (most recent call last):\r\nKeyboardInterrupt: \r\n\x04>R\x00>"s));
}

TEST(RawRepl, ASourceBeyondAllMeasureIsAMemoryError)
{
    const Conversation talk("\x01" + std::string((std::size_t{1} << 20) + 10, 'x') + "\x04");
    EXPECT_TRUE(talk.interpreter.ran.empty());
    EXPECT_TRUE(talk.terminal.sent().ends_with("OK\x04MemoryError: more than a mebibyte of source\r\n\x04>"));
}

}  // namespace
}  // namespace coroboard::serial
