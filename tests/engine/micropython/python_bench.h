// SPDX-License-Identifier: MIT
#pragma once
// PythonBench: a Python program on a board of bare pins, and what can be seen of it from the loop and from its firmware.
//
//   PythonBench bench("import asyncio\n…");
//   bench.runFor(10ms);
//   EXPECT_EQ(bench.task("reader").wait.name, "bus");

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "modules/micropython_firmware.h"
#include "support/board_bench.h"

namespace coroboard::test {

// The number of the line that ends with this comment.
inline int lineWith(std::string_view source, std::string_view comment)
{
    const auto at = source.find(comment);
    if (at == std::string_view::npos) {
        ADD_FAILURE() << "no " << comment;
        return 0;
    }
    return 1 + static_cast<int>(std::count(source.begin(), source.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

class PythonBench {
public:
    explicit PythonBench(std::string source) : m_source(std::move(source)), m_board(profileWith(""))
    {
        modules::FirmwareServices services{.loop = m_board.loop(),
                                           .board = m_board.board(),
                                           .program = std::make_shared<const program::Program>(program::programFromText(m_source)),
                                           .seed = 1,
                                           .flash = nullptr,
                                           .console = [this](std::string_view text) { m_console += text; },
                                           .report = [this](std::string_view text) { m_reports += text; }};
        m_firmware = std::make_unique<modules::MicroPythonFirmware>(std::move(services));
        m_run.emplace(m_board.loop().spawn(m_firmware->run(), "main", time::TaskKind::program));
    }
    ~PythonBench()
    {
        m_run.reset();
        m_firmware.reset();
    }

    void runFor(time::Duration duration) { m_board.advance(duration); }
    // Through to the end of the program, which must come within an hour of virtual time.
    void runToEnd()
    {
        for (int second = 0; second < 3600 && !ended(); ++second) runFor(1s);
        EXPECT_TRUE(ended()) << m_console;
    }
    bool ended() const { return m_firmware->state() == modules::FirmwareState::Ended; }

    time::EventLoop& loop() { return m_board.loop(); }
    modules::MicroPythonFirmware& firmware() { return *m_firmware; }
    const micropython::CoroutineReader& reader() { return *m_firmware->reader(); }
    int line(std::string_view comment) const { return lineWith(m_source, comment); }
    const std::string& console() const { return m_console; }
    const std::string& reports() const { return m_reports; }
    std::string exceptionText() const { return m_firmware->exceptionText(); }

    // The first task of that name; fails the test when there is none.
    time::TaskInfo task(std::string_view name)
    {
        for (const time::TaskInfo& info : loop().inspect())
            if (info.name == name && info.id != m_run->id()) return info;
        ADD_FAILURE() << "no task " << name << "\n" << m_console << exceptionText();
        return {};
    }

private:
    std::string m_source;
    BoardBench m_board;
    std::string m_console;
    std::string m_reports;
    std::unique_ptr<modules::MicroPythonFirmware> m_firmware;
    std::optional<time::Spawned<void>> m_run;
};

// "name = value" of a frame's locals, in order.
inline std::vector<std::string> localsOf(const time::FrameInfo& frame)
{
    std::vector<std::string> locals;
    for (const auto& [name, value] : frame.locals) locals.push_back(name + " = " + value);
    return locals;
}

}  // namespace coroboard::test
