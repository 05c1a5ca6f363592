// SPDX-License-Identifier: MIT
// machine.I2CTarget.
#include "modules/host_functions.h"

namespace coroboard::modules {

namespace {

using micropython::HostCall;

TargetAccess& targets(HostCall& call) { return firmwareOf(call).targets(); }
peripherals::I2cTargetUnit& unitOf(HostCall& call) { return targets(call).unit(call.integer(0)); }

std::span<std::uint8_t> buffer(HostCall& call)
{
    const auto size = static_cast<std::uint32_t>(call.integer(2));
    return size ? call.vm().bytes(static_cast<std::uint32_t>(call.integer(1)), size) : std::span<std::uint8_t>{};
}

const micropython::HostFunctionEntry entries[] = {
    // controller, scl, sda, address, bytes of a memory address, the memory's place, its size
    {"target_open",
     [](HostCall& call) {
         TargetAccess::Opening opening;
         opening.name = call.text(0);
         opening.scl = call.integer(1);
         opening.sda = call.integer(2);
         opening.address = static_cast<std::uint8_t>(call.integer(3));
         opening.addressBytes = call.integer(4);
         opening.memory = {static_cast<std::uint32_t>(call.integer(5)), static_cast<std::uint32_t>(call.integer(6))};
         call.answerInt(targets(call).open(opening));
     }},
    {"target_close", [](HostCall& call) { unitOf(call).close(); }},
    {"target_take", [](HostCall& call) { call.answerInt(static_cast<std::int32_t>(unitOf(call).take(buffer(call)))); }},
    {"target_give", [](HostCall& call) { call.answerInt(static_cast<std::int32_t>(unitOf(call).give(buffer(call)))); }},
    {"target_memaddr", [](HostCall& call) { call.answerInt(static_cast<std::int32_t>(unitOf(call).memoryAddress())); }},
    // number, events, hard
    {"target_interrupts",
     [](HostCall& call) {
         targets(call).setInterrupts(call.integer(0), static_cast<std::uint32_t>(call.integer(1)),
                                     call.truth(2) ? TargetAccess::Interrupt::Hard : TargetAccess::Interrupt::Soft);
     }},
    {"target_flags", [](HostCall& call) { call.answerInt(static_cast<std::int32_t>(targets(call).takeFlags(call.integer(0)))); }},
};

}  // namespace

std::span<const micropython::HostFunctionEntry> targetFunctions() { return entries; }

}  // namespace coroboard::modules
