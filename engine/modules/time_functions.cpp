// SPDX-License-Identifier: MIT
// time.*: virtual time since power-on. Tick counters wrap at 2^30, as on the 32-bit ports.
#include <algorithm>
#include <chrono>
#include <cmath>

#include "modules/host_functions.h"

namespace coroboard::modules {

namespace {

using micropython::HostCall;

constexpr std::uint64_t ticksMask = (1u << 30) - 1;

std::uint64_t nanoseconds(HostCall& call)
{
    return static_cast<std::uint64_t>((firmwareOf(call).loop().now() - time::powerOn).count());
}

peripherals::Rtc& rtcOf(HostCall& call) { return firmwareOf(call).board().chip().rtc(); }

void answerTicks(HostCall& call, std::uint64_t ticks) { call.answerInt(static_cast<std::int32_t>(ticks & ticksMask)); }

void sleepFor(HostCall& call, double nanosecondsAsked)
{
    MicroPythonFirmware& firmware = firmwareOf(call);
    const double longest = 9e18 - static_cast<double>(nanoseconds(call));
    const auto duration = time::Duration{static_cast<std::int64_t>(std::clamp(nanosecondsAsked, 0.0, longest))};
    call.answerBool(firmware.sleepUntil(firmware.loop().now() + duration));
}

const micropython::HostFunctionEntry entries[] = {
    {"ticks_ms", [](HostCall& call) { answerTicks(call, nanoseconds(call) / 1'000'000); }},
    {"ticks_us", [](HostCall& call) { answerTicks(call, nanoseconds(call) / 1'000); }},
    {"ticks_cpu",
     [](HostCall& call) {
         const double cycles = static_cast<double>(nanoseconds(call)) * 1e-9 * firmwareOf(call).board().profile().chip.clockHz;
         answerTicks(call, static_cast<std::uint64_t>(cycles));
     }},
    {"sleep_us", [](HostCall& call) { sleepFor(call, call.number(0) * 1e3); }},
    {"sleep_ms", [](HostCall& call) { sleepFor(call, call.number(0) * 1e6); }},
    {"sleep_s", [](HostCall& call) { sleepFor(call, std::round(call.number(0) * 1e9)); }},
    {"time_s", [](HostCall& call) { call.answerInt(static_cast<std::int32_t>(rtcOf(call).unixNanoseconds() / 1'000'000'000)); }},
    // The whole seconds (0) or the nanoseconds within the second (1): integers cross as 32 bits.
    {"time_ns_parts",
     [](HostCall& call) {
         if (call.integer(0) == 0) {
             call.answerInt(static_cast<std::int32_t>(rtcOf(call).unixNanoseconds() / 1'000'000'000));
         } else {
             call.answerInt(static_cast<std::int32_t>(rtcOf(call).unixNanoseconds() % 1'000'000'000));
         }
     }},
};

}  // namespace

std::span<const micropython::HostFunctionEntry> timeFunctions() { return entries; }

}  // namespace coroboard::modules
