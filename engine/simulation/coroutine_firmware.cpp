// SPDX-License-Identifier: MIT
#include "simulation/coroutine_firmware.h"

#include <exception>
#include <optional>
#include <utility>

#include <fmt/format.h>

namespace coroboard::simulation {

namespace {

class CoroutineFirmware final : public modules::Firmware {
public:
    CoroutineFirmware(CoroutineProgram program, modules::FirmwareServices services)
        : m_program(std::move(program)), m_context(services.loop, services.board, std::move(services.console))
    {
    }

    time::Task<void> run() override { return drive(*this); }
    void interrupt() override { requestStop(); }
    void requestStop() override
    {
        if (m_main && !m_main->isDone()) m_main->cancel();
    }
    void consoleInput(std::string_view bytes) override
    {
        if (bytes.find('\x03') != std::string_view::npos) interrupt();
        else m_context.typed(bytes);
    }
    modules::FirmwareState state() const override { return m_state; }
    modules::FirmwareEnd end() const override { return m_end; }
    std::string exceptionText() const override { return m_exceptionText; }
    std::uint64_t bytecodes() const override { return 0; }
    time::Duration cpuTime() const override { return {}; }

private:
    static time::Task<void> drive(CoroutineFirmware& firmware)
    {
        firmware.m_state = modules::FirmwareState::Waiting;
        try {
            firmware.m_main.emplace(
                firmware.m_context.loop.spawn(firmware.m_program(firmware.m_context), "firmware", time::TaskKind::program));
            co_await *firmware.m_main;
            firmware.m_end = modules::FirmwareEnd::Finished;
        } catch (const time::TaskCancelled&) {
            firmware.m_end = modules::FirmwareEnd::Stopped;
        } catch (const std::exception& error) {
            firmware.m_end = modules::FirmwareEnd::UncaughtException;
            firmware.m_exceptionText = fmt::format("uncaught C++ exception: {}\n", error.what());
        }
        firmware.m_state = modules::FirmwareState::Ended;
    }

    CoroutineProgram m_program;
    CoroutineContext m_context;
    std::optional<time::Spawned<void>> m_main;
    modules::FirmwareState m_state = modules::FirmwareState::NotStarted;
    modules::FirmwareEnd m_end = modules::FirmwareEnd::None;
    std::string m_exceptionText;
};

}  // namespace

void CoroutineContext::typed(std::string_view bytes)
{
    m_input += bytes;
    m_inputArrived.notify();
}

time::Task<std::string> CoroutineContext::readLine()
{
    for (;;) {
        if (const std::size_t end = m_input.find_first_of("\r\n"); end != std::string::npos) {
            std::string line = m_input.substr(0, end);
            m_input.erase(0, end + 1);
            co_return line;
        }
        co_await m_inputArrived.wait();
    }
}

modules::FirmwareFactory coroutineFirmware(CoroutineProgram program)
{
    return [program = std::move(program)](modules::FirmwareServices services) -> std::unique_ptr<modules::Firmware> {
        return std::make_unique<CoroutineFirmware>(program, std::move(services));
    };
}

}  // namespace coroboard::simulation
