// SPDX-License-Identifier: MIT
#pragma once
// TraceHash: one 64-bit number for everything observable of a run. Two runs with the same hash did the same things at the same virtual
// times. The hash is XXH64 (seed 0, as specified with the xxHash project) over records of a fixed little-endian layout, so it is the
// same with every compiler and on every machine. Real values enter as whole millionths of their unit.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "time/virtual_time.h"

namespace coroboard::trace {

// XXH64 of a stream of bytes, in any number of pieces.
class StreamHash {
public:
    void add(std::string_view bytes);
    // Eight bytes, the least significant first.
    void add(std::uint64_t word);
    std::uint64_t value() const;

private:
    static constexpr std::size_t stripeSize = 32;
    void consume(const unsigned char* stripe);
    void consumePending();

    std::array<std::uint64_t, 4> m_lanes{0x60EA27EEADC0B5D6, 0xC2B2AE3D27D4EB4F, 0, 0x61C8864E7A143579};
    std::array<unsigned char, stripeSize + 8> m_pending{};  // what is not a whole stripe yet, and room for a word more
    std::size_t m_pendingSize = 0;
    std::uint64_t m_length = 0;
};

class TraceHash {
public:
    void addEdge(time::VirtualTime when, std::string_view pin, bool level);
    void addPwm(time::VirtualTime when, std::string_view pin, double frequency, double duty);
    // A described waveform: what it is made of, as one number.
    void addBurst(time::VirtualTime when, std::string_view pin, bool level, std::uint64_t digest);
    void addAnalog(time::VirtualTime when, std::string_view signal, double value);
    // Byte by byte: how the console happened to be cut into pieces does not matter.
    void addConsole(time::VirtualTime when, std::string_view bytes);
    // Started, finished, faulted …; what happened to the program.
    void addProgramEvent(time::VirtualTime when, std::string_view event);

    std::uint64_t value() const { return m_hash.value(); }
    // Sixteen lower-case hexadecimal digits, as `coroboard-cli run --hash` prints it.
    std::string text() const;

private:
    enum class Record : unsigned char { Edge = 1, Pwm, Analog, Console, ProgramEvent, Burst };

    void begin(Record record, time::VirtualTime when);
    void addInteger(std::int64_t value);
    void addReal(double value);
    void addText(std::string_view text);

    StreamHash m_hash;
};

}  // namespace coroboard::trace
