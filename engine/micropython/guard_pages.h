// SPDX-License-Identifier: MIT
#pragma once
// Guard pages: with COROBOARD_GUARD_PAGES the translated code checks no address; a stray access runs into reserved, unmapped memory and
// the fault handler turns it into a HardFault. It claims only faults inside a watched range, raised by translated code on that thread,
// and hands every other fault to whoever handled it before. Without the option both functions do nothing.

#include <cstdint>

namespace coroboard::micropython {

void watchGuardPages(std::uint8_t* start, std::uint64_t bytes);
void forgetGuardPages(std::uint8_t* start);

}  // namespace coroboard::micropython
