// SPDX-License-Identifier: MIT
// The chip itself: interrupts, identity, resets; and what `micropython` asks.
#include <chrono>

#include "environment/board_warmth.h"
#include "modules/host_functions.h"

namespace coroboard::modules {

namespace {

using micropython::HostCall;

const micropython::HostFunctionEntry entries[] = {
    // Switches interrupts on (1) or off (0); the state before.
    {"interrupts",
     [](HostCall& call) {
         MicroPythonFirmware& firmware = firmwareOf(call);
         call.answerBool(firmware.interruptsEnabled());
         firmware.setInterruptsEnabled(call.truth(0));
     }},
    {"set_interrupt_character", [](HostCall& call) { firmwareOf(call).setInterruptCharacter(call.integer(0)); }},
    {"report", [](HostCall& call) { firmwareOf(call).report(std::string(call.text(0)) + "\n"); }},
    {"unlock_heap", [](HostCall& call) { call.vm().unlockHeap(); }},
    {"raise_scheduled", [](HostCall& call) { firmwareOf(call).raise(InterruptKind::Scheduled, 0); }},
    {"chip_frequency", [](HostCall& call) { call.answerInt(static_cast<std::int32_t>(firmwareOf(call).clock())); }},
    {"set_chip_frequency", [](HostCall& call) { firmwareOf(call).setClock(static_cast<std::uint32_t>(call.integer(0))); }},
    // One byte of the chip's serial number: of this board and seed, the same in every run.
    {"chip_id",
     [](HostCall& call) {
         Random identity = firmwareOf(call).board().random("identity");
         const std::uint64_t number = identity.next();
         call.answerInt(static_cast<std::int32_t>(number >> (8 * (call.integer(0) & 7)) & 0xff));
     }},
    {"board_celsius",
     [](HostCall& call) { call.answerFloat(firmwareOf(call).board().environment().board().celsius(firmwareOf(call).loop().now())); }},
    // Until an interrupt came, a millisecond at most; true on Ctrl-C.
    {"idle",
     [](HostCall& call) {
         MicroPythonFirmware& firmware = firmwareOf(call);
         call.answerBool(firmware.pauseUntil(firmware.loop().now() + std::chrono::milliseconds{1}) && firmware.takeKeyboardInterrupt());
     }},
    {"random_byte", [](HostCall& call) { call.answerInt(static_cast<std::int32_t>(firmwareOf(call).randomWord() & 0xff)); }},
    // Hard (0) or soft (1).
    {"reset", [](HostCall& call) { firmwareOf(call).leave(call.truth(0) ? FirmwareEnd::SoftReset : FirmwareEnd::Reset); }},
    {"reset_cause", [](HostCall& call) { call.answerInt(static_cast<std::int32_t>(firmwareOf(call).board().chip().resetCause())); }},
    {"tell_completion", [](HostCall& call) { firmwareOf(call).repl().tellCompletion(call.text(0), call.text(1)); }},
    {"platform", [](HostCall& call) { call.answerText(firmwareOf(call).board().profile().chip.platform); }},
    {"machine_name", [](HostCall& call) { call.answerText(firmwareOf(call).board().profile().chip.machine); }},
};

}  // namespace

std::span<const micropython::HostFunctionEntry> chipFunctions() { return entries; }

}  // namespace coroboard::modules
