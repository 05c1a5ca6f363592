// SPDX-License-Identifier: MIT
#pragma once
// The functions of the host module `_coroboard`, by subject; each group lives in its own file. Our Python modules (python/) are their
// only callers: they check what users pass, so these read their arguments by position and trust the kinds.

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
std::span<const micropython::HostIteratorEntry> taskIterators();

// All of them.
micropython::HostModule hostModule();

inline MicroPythonFirmware& firmwareOf(micropython::HostCall& call) { return static_cast<MicroPythonFirmware&>(call.host()); }

}  // namespace coroboard::modules
