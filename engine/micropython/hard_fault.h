// SPDX-License-Identifier: MIT
#pragma once
// HardFault: the emulated processor ran into something it cannot survive (a trap of the translated code, a call that cannot happen here).
// It is thrown on the VM's stack and ends the program; the application goes on and a reset cures the board.

#include <stdexcept>
#include <string>

namespace coroboard::micropython {

class HardFault : public std::runtime_error {
  public:
    explicit HardFault(const std::string& what) : std::runtime_error(what) {}
};

}  // namespace coroboard::micropython
