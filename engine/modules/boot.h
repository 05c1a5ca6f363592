// SPDX-License-Identifier: MIT
#pragma once
// Boot: a booted interpreter with our modules imported, frozen. Made once for each size of heap and each port in a process and cloned for every power
// cycle, which makes a reset instant. Immutable, so any number of boards share it.

#include <cstdint>
#include <memory>
#include <string>

#include "micropython/coroutine_reader.h"
#include "micropython/flash/rom_image.h"
#include "micropython/vm.h"

namespace coroboard::modules {

// What the REPL asks of Python (_repl.py).
struct ReplFunctions {
    micropython::Reference single = 0;       // single(source): one statement, its value shown
    micropython::Reference module = 0;       // module(source)
    micropython::Reference settle = 0;       // settle(): code for an interrupt that is still pending
    micropython::Reference complete = 0;     // complete(text): answers through the host
};

struct Boot {
    micropython::BootImage image;
    micropython::Reference dispatch = 0;     // _boot.dispatch(kind, number): runs an interrupt's handler
    micropython::Reference run = 0;          // _boot.run(path): runs a file of the program
    micropython::Reference sleeper = 0;      // what asyncio.sleep answers
    micropython::Reference tooLong = 0;      // what it answers for a time beyond the tick counter's reach
    ReplFunctions repl;
    micropython::CoroutineLayout layout;
};

// The drivers that come with the board (neopixel, onewire …), read when a program imports them.
std::shared_ptr<const micropython::RomImage> driverRom();

// The program has the whole heap of the board: what our modules take is added to it. `platform` is MicroPython's port ("rp2"): constants
// differ between them.
std::shared_ptr<const Boot> bootFor(std::uint32_t heapBytes, const std::string& platform);

}  // namespace coroboard::modules
