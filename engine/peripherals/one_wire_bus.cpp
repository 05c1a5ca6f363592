// SPDX-License-Identifier: MIT
#include "peripherals/one_wire_bus.h"

#include <utility>

namespace coroboard::peripherals {

namespace {

using namespace std::chrono_literals;

constexpr double pullUpOhms = 4700;
constexpr double transistorOhms = 40;

// Application note 126, table 2, standard speed.
constexpr time::Duration resetLow = 480us;
constexpr time::Duration presenceAfter = 30us;
constexpr time::Duration presenceLow = 120us;
constexpr time::Duration resetSlot = 960us;
constexpr time::Duration shortLow = 6us;
constexpr time::Duration longLow = 60us;
constexpr time::Duration targetLow = 30us;
constexpr time::Duration bitSlot = 70us;

}  // namespace

void OneWireBus::play(Flips flips)
{
    const auto now = m_timeline.now();
    m_driver.play(Burst::make(now, false, std::move(flips)), {wire().supplyMillivolts(), pullUpOhms}, {0, transistorOhms});
}

OneWireBus::Slot OneWireBus::reset()
{
    m_driver.release();
    if (!isPulledUp())
        return {false, resetSlot};
    bool present = false;
    for (OneWireTarget* target : m_targets)
        present |= target->reset();
    const auto answer = resetLow + presenceAfter;
    play(present ? Flips{resetLow, answer, answer + presenceLow} : Flips{resetLow});
    return {present, resetSlot};
}

OneWireBus::Slot OneWireBus::write(bool bit)
{
    bit = wire().carried(bit);
    for (OneWireTarget* target : m_targets)
        target->write(bit);
    play({bit ? shortLow : longLow});
    return {bit, bitSlot};
}

OneWireBus::Slot OneWireBus::read()
{
    bool bit = isPulledUp();
    for (OneWireTarget* target : m_targets)
        bit &= target->read();
    bit = wire().carried(bit);
    play({bit ? shortLow : targetLow});
    return {bit, bitSlot};
}

}  // namespace coroboard::peripherals
