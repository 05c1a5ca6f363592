// SPDX-License-Identifier: MIT
// machine.RTC, WDT, DAC, Counter, Encoder, and the ways a chip sleeps.
#include <algorithm>
#include <chrono>

#include "modules/host_functions.h"

namespace coroboard::modules {

namespace {

using micropython::HostCall;
using peripherals::PinTrigger;

peripherals::Rtc& rtcOf(HostCall& call) { return firmwareOf(call).board().chip().rtc(); }
peripherals::Wire& wireOf(HostCall& call, std::uint32_t argument) { return firmwareOf(call).access().pin(call.integer(argument)).wire(); }

template <class Device> Device& open(Device* device)
{
    if (!device) throw micropython::HardFault("a peripheral is used after it was closed");
    return *device;
}

// Milliseconds, or negative for ever.
time::VirtualTime after(HostCall& call, std::uint32_t argument)
{
    const double milliseconds = call.number(argument, -1);
    if (milliseconds < 0) return time::never;
    return firmwareOf(call).loop().now() + time::Duration{static_cast<std::int64_t>(std::min(milliseconds * 1e6, 9e18))};
}

// Until the time is over, an interrupt came or a pin woke the chip. The clock goes on, the program does not.
void lightSleep(HostCall& call)
{
    MicroPythonFirmware& firmware = firmwareOf(call);
    peripherals::Chip& chip = firmware.board().chip();
    chip.noteWake(peripherals::WakeReason::Timer);
    const auto wakeByPin = [&] {
        chip.noteWake(peripherals::WakeReason::Pin);
        firmware.wake();
    };
    std::vector<std::unique_ptr<peripherals::WireListener>> listeners;
    for (const auto& [pin, trigger] : firmware.access().wakePins(BoardAccess::Sleep::Light)) {
        if (pin->isAtLevel(trigger)) return chip.noteWake(peripherals::WakeReason::Pin);
        listeners.push_back(pin->listen(trigger, [&](peripherals::Pin&, const peripherals::PinEdge&) { wakeByPin(); }));
    }
    if (firmware.pauseUntil(after(call, 0))) {
        firmware.takeKeyboardInterrupt();
        firmware.vm().interrupt();
    }
}

void deepSleep(HostCall& call)
{
    MicroPythonFirmware& firmware = firmwareOf(call);
    Firmware::Wake wake;
    wake.when = after(call, 0);
    wake.pins = firmware.access().wakePins(BoardAccess::Sleep::Deep);
    firmware.deepSleep(std::move(wake));
}

peripherals::Position& positionOf(HostCall& call) { return open(firmwareOf(call).devices().position(call.integer(0))); }

// A pin's wire; null for a negative number.
peripherals::Wire* someWire(HostCall& call, std::uint32_t argument) { return call.integer(argument) < 0 ? nullptr : &wireOf(call, argument); }

// From the argument on: minimum, maximum, whether there is a value to match, that value, index and home pin. Events interrupt as 32 times the
// number and the event.
peripherals::PositionSettings positionSettings(HostCall& call, std::uint32_t first)
{
    MicroPythonFirmware& firmware = firmwareOf(call);
    peripherals::PositionSettings settings;
    settings.minimum = call.integer(first);
    settings.maximum = call.integer(first + 1);
    if (call.truth(first + 2)) settings.match = call.integer(first + 3);
    settings.index = someWire(call, first + 4);
    settings.home = someWire(call, first + 5);
    settings.listener = [&firmware, number = firmware.devices().nextNumber()](peripherals::CountEvent event) {
        firmware.raise(InterruptKind::Counter, number * 32 + static_cast<std::int32_t>(event));
    };
    return settings;
}

// pin, edges (1 rising, 2 falling), direction (1 up, 0 down), a pin that reverses it, filter in nanoseconds; the settings of a position
void openCounter(HostCall& call)
{
    const auto direction = call.truth(2) ? peripherals::CountDirection::Up : peripherals::CountDirection::Down;
    call.answerInt(firmwareOf(call).devices().add(
        std::make_unique<peripherals::PulseCounter>(wireOf(call, 0), static_cast<PinTrigger>(call.integer(1)), direction, someWire(call, 3),
                                                    time::Duration{call.integer(4)}, positionSettings(call, 5))));
}

// phase A, phase B, how many edges of a period count, filter in nanoseconds; the settings of a position
void openEncoder(HostCall& call)
{
    call.answerInt(firmwareOf(call).devices().add(
        std::make_unique<peripherals::QuadratureDecoder>(firmwareOf(call).board().chip().timeline(), wireOf(call, 0), wireOf(call, 1),
                                                         call.integer(2), time::Duration{call.integer(3)}, positionSettings(call, 4))));
}

const micropython::HostFunctionEntry entries[] = {
    // Seconds and microseconds since 1970.
    {"rtc_set",
     [](HostCall& call) {
         rtcOf(call).set(static_cast<std::int64_t>(call.number(0)) * 1'000'000'000 + static_cast<std::int64_t>(call.integer(1)) * 1000);
     }},
    {"rtc_microseconds", [](HostCall& call) { call.answerInt(static_cast<std::int32_t>(rtcOf(call).unixNanoseconds() / 1000 % 1'000'000)); }},
    {"rtc_memory_size", [](HostCall& call) { call.answerInt(static_cast<std::int32_t>(rtcOf(call).memory().size())); }},
    {"rtc_memory_read",
     [](HostCall& call) {
         const auto& memory = rtcOf(call).memory();
         if (memory.empty()) return;
         const auto into = call.vm().bytes(static_cast<std::uint32_t>(call.integer(0)), static_cast<std::uint32_t>(memory.size()));
         std::copy(memory.begin(), memory.end(), into.begin());
     }},
    {"rtc_memory_write",
     [](HostCall& call) {
         const auto size = static_cast<std::uint32_t>(call.integer(1));
         const auto from = size ? call.vm().bytes(static_cast<std::uint32_t>(call.integer(0)), size) : std::span<std::uint8_t>{};
         rtcOf(call).memory().assign(from.begin(), from.end());
     }},
    {"wdt_start", [](HostCall& call) { firmwareOf(call).startWatchdog(std::chrono::milliseconds{call.integer(0)}); }},
    {"wdt_feed", [](HostCall& call) { firmwareOf(call).feedWatchdog(); }},
    {"lightsleep", lightSleep},
    {"deepsleep", deepSleep},
    // pin, trigger (machine.Pin's flags), the sleeps it ends
    {"pin_wakes",
     [](HostCall& call) {
         firmwareOf(call).access().setWakes(call.integer(0), pinTriggerOf(call.integer(1)), static_cast<std::uint32_t>(call.integer(2)));
     }},
    {"wake_reason", [](HostCall& call) { call.answerInt(static_cast<std::int32_t>(firmwareOf(call).board().chip().wakeReason())); }},
    {"dac_open",
     [](HostCall& call) {
         MicroPythonFirmware& firmware = firmwareOf(call);
         firmware.devices().setDac(call.integer(0),
                                   std::make_unique<peripherals::Dac>(firmware.access().pin(call.integer(0)), call.text(1)));
     }},
    {"dac_write",
     [](HostCall& call) { open(firmwareOf(call).devices().dac(call.integer(0))).write(static_cast<std::uint8_t>(call.integer(1))); }},
    {"dac_close", [](HostCall& call) { firmwareOf(call).devices().closeDac(call.integer(0)); }},
    {"counter_open", openCounter},
    {"encoder_open", openEncoder},
    {"position_value", [](HostCall& call) { call.answerInt(static_cast<std::int32_t>(positionOf(call).value())); }},
    {"position_set",
     [](HostCall& call) {
         if (auto* decoder = firmwareOf(call).devices().decoder(call.integer(0))) return decoder->setValue(call.integer(1));
         positionOf(call).setValue(call.integer(1));
     }},
    {"position_cycles", [](HostCall& call) { call.answerInt(positionOf(call).cycles()); }},
    {"position_set_cycles", [](HostCall& call) { positionOf(call).setCycles(static_cast<std::int16_t>(call.integer(1))); }},
    {"position_arm", [](HostCall& call) { positionOf(call).armMatch(); }},
    {"device_close", [](HostCall& call) { firmwareOf(call).devices().close(call.integer(0)); }},
};

}  // namespace

std::span<const micropython::HostFunctionEntry> deviceFunctions() { return entries; }

}  // namespace coroboard::modules
