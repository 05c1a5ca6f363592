// SPDX-License-Identifier: MIT
// Stands in until makeMicroPython() and moduleTable() are written: says so by name. Delete this file with the commit that defines them.
#include "modules/firmware.h"
#include "modules/module_table.h"

namespace coroboard::modules {

namespace {

class MissingFirmware final : public Firmware {
public:
    explicit MissingFirmware(time::EventLoop& loop) : m_loop(loop) {}
    time::Task<void> run() override { return fail(*this); }
    void interrupt() override {}
    void requestStop() override {}
    void consoleInput(std::string_view) override {}
    FirmwareState state() const override { return m_ended ? FirmwareState::Ended : FirmwareState::NotStarted; }
    FirmwareEnd end() const override { return m_ended ? FirmwareEnd::HardFault : FirmwareEnd::None; }
    std::string exceptionText() const override { return m_ended ? "MicroPython is not part of this build\n" : ""; }
    std::uint64_t bytecodes() const override { return 0; }
    time::Duration cpuTime() const override { return {}; }

private:
    static time::Task<void> fail(MissingFirmware& firmware)
    {
        co_await firmware.m_loop.yield();
        firmware.m_ended = true;
    }
    time::EventLoop& m_loop;
    bool m_ended = false;
};

}  // namespace

std::unique_ptr<Firmware> makeMicroPython(FirmwareServices services) { return std::make_unique<MissingFirmware>(services.loop); }

const std::vector<ModuleCall>& moduleTable()
{
    static const std::vector<ModuleCall> table;
    return table;
}

}  // namespace coroboard::modules
