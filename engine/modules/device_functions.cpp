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
    // pin, edges (1 rising, 2 falling), direction (1 up, 0 down), filter in nanoseconds
    {"counter_open",
     [](HostCall& call) {
         const auto direction = call.truth(2) ? peripherals::CountDirection::Up : peripherals::CountDirection::Down;
         call.answerInt(firmwareOf(call).devices().add(std::make_unique<peripherals::PulseCounter>(
             wireOf(call, 0), static_cast<PinTrigger>(call.integer(1)), direction, time::Duration{call.integer(3)})));
     }},
    {"counter_value",
     [](HostCall& call) { call.answerInt(static_cast<std::int32_t>(open(firmwareOf(call).devices().counter(call.integer(0))).value())); }},
    {"counter_set", [](HostCall& call) { open(firmwareOf(call).devices().counter(call.integer(0))).setValue(call.integer(1)); }},
    // phase A, phase B, how many edges of a period count
    {"encoder_open",
     [](HostCall& call) {
         call.answerInt(firmwareOf(call).devices().add(
             std::make_unique<peripherals::QuadratureDecoder>(wireOf(call, 0), wireOf(call, 1), call.integer(2))));
     }},
    {"encoder_value",
     [](HostCall& call) { call.answerInt(static_cast<std::int32_t>(open(firmwareOf(call).devices().decoder(call.integer(0))).value())); }},
    {"encoder_set", [](HostCall& call) { open(firmwareOf(call).devices().decoder(call.integer(0))).setValue(call.integer(1)); }},
    {"device_close", [](HostCall& call) { firmwareOf(call).devices().close(call.integer(0)); }},
};

}  // namespace

std::span<const micropython::HostFunctionEntry> deviceFunctions() { return entries; }

}  // namespace coroboard::modules
