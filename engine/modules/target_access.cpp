// SPDX-License-Identifier: MIT
#include "modules/target_access.h"

#include <utility>

#include "modules/micropython_firmware.h"

namespace coroboard::modules {

namespace {
// Calls that wait for a handler that does not come to them.
constexpr std::size_t mostFlags = 64;
}  // namespace

TargetAccess::Target& TargetAccess::target(std::int32_t number)
{
    const auto found = m_targets.find(number);
    if (found == m_targets.end()) throw micropython::HardFault("there is no such I2C target");
    return found->second;
}

peripherals::I2cTargetUnit& TargetAccess::unit(std::int32_t number) { return *target(number).unit; }

std::int32_t TargetAccess::open(const Opening& opening)
{
    peripherals::Pin& scl = m_firmware.access().pin(opening.scl);
    peripherals::Pin& sda = m_firmware.access().pin(opening.sda);
    scl.assign(opening.name + " scl", peripherals::PinPull::Up);
    sda.assign(opening.name + " sda", peripherals::PinPull::Up);
    peripherals::I2cTargetUnit::Settings settings;
    settings.address = opening.address;
    settings.addressBytes = opening.addressBytes;
    if (opening.memory.size > 0)
        settings.memory = [this, memory = opening.memory] { return m_firmware.vm().bytes(memory.place, memory.size); };
    const std::int32_t number = ++m_last;
    m_targets[number].unit = std::make_unique<peripherals::I2cTargetUnit>(
        m_firmware.board().buses().i2c(scl.wire(), sda.wire()), std::move(settings),
        [this, number](peripherals::I2cTargetUnit::Event event) { hear(number, event); });
    return number;
}

void TargetAccess::setInterrupts(std::int32_t number, std::uint32_t events, Interrupt interrupt)
{
    target(number).events = events;
    target(number).interrupt = interrupt;
}

std::uint32_t TargetAccess::takeFlags(std::int32_t number)
{
    auto& flags = target(number).flags;
    if (flags.empty()) return 0;
    const std::uint32_t next = flags.front();
    flags.pop_front();
    return next;
}

void TargetAccess::hear(std::int32_t number, peripherals::I2cTargetUnit::Event event)
{
    Target& heard = target(number);
    const auto flag = static_cast<std::uint32_t>(event);
    if (!(heard.events & flag)) return;
    if (heard.flags.size() == mostFlags) heard.flags.pop_front();
    if (heard.interrupt == Interrupt::Soft) {
        heard.flags.push_back(flag);
        return m_firmware.raise(InterruptKind::I2cTarget, number);
    }
    heard.flags.push_front(flag);
    const bool before = std::exchange(m_answering, true);
    m_firmware.handleNow(InterruptKind::I2cTarget, number);
    m_answering = before;
}

}  // namespace coroboard::modules
