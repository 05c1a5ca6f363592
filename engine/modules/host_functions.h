// SPDX-License-Identifier: MIT
#pragma once
// The functions of the host module `_coroboard`, by subject; each group lives in its own file; the Python module `_host` has
// them all bound (boot.cpp). Our Python modules (python/) are their only callers: they check what users pass, so these read their arguments by position and trust the kinds.

#include <span>

#include "micropython/host_call.h"
#include "micropython/vm.h"
#include "modules/micropython_firmware.h"

namespace coroboard::modules {

std::span<const micropython::HostFunctionEntry> timeFunctions();
std::span<const micropython::HostFunctionEntry> taskFunctions();
std::span<const micropython::HostFunctionEntry> pinFunctions();
std::span<const micropython::HostFunctionEntry> chipFunctions();
std::span<const micropython::HostFunctionEntry> networkFunctions();
std::span<const micropython::HostFunctionEntry> busFunctions();
std::span<const micropython::HostFunctionEntry> pulseFunctions();
std::span<const micropython::HostFunctionEntry> deviceFunctions();
std::span<const micropython::HostFunctionEntry> targetFunctions();
std::span<const micropython::HostFunctionEntry> audioFunctions();
std::span<const micropython::HostIteratorEntry> taskIterators();

// All of them.
micropython::HostModule hostModule();

// The trigger flags of our machine.Pin, which are the RP2's: 1 low level, 2 high level, 4 falling, 8 rising.
inline peripherals::PinTrigger pinTriggerOf(std::int32_t flags)
{
    return static_cast<peripherals::PinTrigger>((flags & 8) >> 3 | (flags & 4) >> 1 | (flags & 1) << 2 | (flags & 2) << 2);
}
inline std::int32_t flagsOf(peripherals::PinTrigger trigger)
{
    const auto bits = static_cast<std::int32_t>(trigger);
    return (bits & 1) << 3 | (bits & 2) << 1 | (bits & 4) >> 2 | (bits & 8) >> 2;
}

inline MicroPythonFirmware& firmwareOf(micropython::HostCall& call) { return static_cast<MicroPythonFirmware&>(call.host()); }

}  // namespace coroboard::modules
