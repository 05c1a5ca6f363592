// SPDX-License-Identifier: MIT
#pragma once
// Annotation: what a decoder read from a stretch of a bus: a start condition, a byte, a pixel. A small plain value; its words are made when
// somebody reads them.

#include <cstdint>
#include <string>

#include "time/virtual_time.h"

namespace coroboard::trace::decode {

enum class Reading : std::uint8_t {
    Start,
    RepeatedStart,
    Stop,
    AddressWrite,                            // the value is the seven-bit address
    AddressRead,
    Data,
    Acknowledge,
    NoAcknowledge,
    Character,                               // a data word of a UART
    Break,
    Reset,
    Presence,
    Command,                                 // of 1-Wire: the value is the command byte
    SearchResult,                            // of 1-Wire: the value is the 64-bit ROM code
    Pixel,                                   // the value is index << 32 | colour: WWRRGGBB
    Latch,
    FramingError,
    ParityError,
    CutShort,                                // a word that did not get all its bits
};

struct Annotation {
    time::VirtualTime from{};
    time::VirtualTime to{};
    std::uint64_t value = 0;
    Reading reading = Reading::Data;
    std::uint8_t row = 0;                    // which of the decoder's rows it belongs to

    bool operator==(const Annotation&) const = default;
};

// In full ("Write to 0x18") and for narrow places ("W 18").
std::string longText(const Annotation& annotation);
std::string shortText(const Annotation& annotation);

// Whether it tells of something that should not be.
bool isTrouble(Reading reading);

}  // namespace coroboard::trace::decode
