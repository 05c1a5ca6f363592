// SPDX-License-Identifier: MIT
#include "trace/trace_hash.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

#include <fmt/format.h>

namespace coroboard::trace {

namespace {

constexpr std::uint64_t prime1 = 0x9E3779B185EBCA87;
constexpr std::uint64_t prime2 = 0xC2B2AE3D27D4EB4F;
constexpr std::uint64_t prime3 = 0x165667B19E3779F9;
constexpr std::uint64_t prime4 = 0x85EBCA77C2B2AE63;
constexpr std::uint64_t prime5 = 0x27D4EB2F165667C5;

std::uint64_t rotated(std::uint64_t value, int bits) { return value << bits | value >> (64 - bits); }

std::uint64_t littleEndian(const unsigned char* bytes, int count)
{
    std::uint64_t value = 0;
    for (int i = count - 1; i >= 0; --i) {
        value = value << 8 | bytes[i];
    }
    return value;
}

// Eight bytes, little end first: one load where the machine keeps its numbers that way round.
std::uint64_t word(const unsigned char* bytes)
{
    if constexpr (std::endian::native != std::endian::little)
        return littleEndian(bytes, 8);
    std::uint64_t value = 0;
    std::memcpy(&value, bytes, sizeof value);
    return value;
}

std::uint64_t rounded(std::uint64_t lane, std::uint64_t input) { return rotated(lane + input * prime2, 31) * prime1; }

}  // namespace

void StreamHash::consume(const unsigned char* stripe)
{
    for (std::size_t i = 0; i < m_lanes.size(); ++i)
        m_lanes[i] = rounded(m_lanes[i], word(stripe + 8 * i));
}

void StreamHash::consumePending()
{
    consume(m_pending.data());
    m_pendingSize -= stripeSize;
    std::memcpy(m_pending.data(), m_pending.data() + stripeSize, sizeof(std::uint64_t));
}

void StreamHash::add(std::string_view bytes)
{
    m_length += bytes.size();
    while (!bytes.empty()) {
        // Names of pins are short: byte by byte is sooner done than a call of memcpy.
        const std::size_t count = std::min(bytes.size(), sizeof(std::uint64_t));
        for (std::size_t i = 0; i < count; ++i)
            m_pending[m_pendingSize + i] = static_cast<unsigned char>(bytes[i]);
        m_pendingSize += count;
        bytes.remove_prefix(count);
        if (m_pendingSize >= stripeSize)
            consumePending();
    }
}

void StreamHash::add(std::uint64_t number)
{
    const std::uint64_t bytes = word(reinterpret_cast<const unsigned char*>(&number));
    m_length += sizeof bytes;
    std::memcpy(m_pending.data() + m_pendingSize, &bytes, sizeof bytes);
    m_pendingSize += sizeof bytes;
    if (m_pendingSize >= stripeSize)
        consumePending();
}

std::uint64_t StreamHash::value() const
{
    std::uint64_t hash = prime5;
    if (m_length >= stripeSize) {
        hash = rotated(m_lanes[0], 1) + rotated(m_lanes[1], 7) + rotated(m_lanes[2], 12) + rotated(m_lanes[3], 18);
        for (const std::uint64_t lane : m_lanes) {
            hash = (hash ^ rounded(0, lane)) * prime1 + prime4;
        }
    }
    hash += m_length;
    const unsigned char* rest = m_pending.data();
    const unsigned char* end = rest + m_pendingSize;
    for (; end - rest >= 8; rest += 8) {
        hash = rotated(hash ^ rounded(0, littleEndian(rest, 8)), 27) * prime1 + prime4;
    }
    if (end - rest >= 4) {
        hash = rotated(hash ^ littleEndian(rest, 4) * prime1, 23) * prime2 + prime3;
        rest += 4;
    }
    for (; rest < end; ++rest) {
        hash = rotated(hash ^ *rest * prime5, 11) * prime1;
    }
    hash = (hash ^ hash >> 33) * prime2;
    hash = (hash ^ hash >> 29) * prime3;
    return hash ^ hash >> 32;
}

void TraceHash::begin(Record record, time::VirtualTime when)
{
    const char kind = static_cast<char>(record);
    m_hash.add({&kind, 1});
    addInteger(when.time_since_epoch().count());
}

void TraceHash::addInteger(std::int64_t value) { m_hash.add(static_cast<std::uint64_t>(value)); }

void TraceHash::addReal(double value) { addInteger(std::llround(value * 1e6)); }

void TraceHash::addText(std::string_view text)
{
    addInteger(static_cast<std::int64_t>(text.size()));
    m_hash.add(text);
}

void TraceHash::addEdge(time::VirtualTime when, std::string_view pin, bool level)
{
    begin(Record::Edge, when);
    addText(pin);
    addInteger(level ? 1 : 0);
}

void TraceHash::addPwm(time::VirtualTime when, std::string_view pin, double frequency, double duty)
{
    begin(Record::Pwm, when);
    addText(pin);
    addReal(frequency);
    addReal(duty);
}

void TraceHash::addBurst(time::VirtualTime when, std::string_view pin, bool level, std::uint64_t digest)
{
    begin(Record::Burst, when);
    addText(pin);
    addInteger(level ? 1 : 0);
    addInteger(static_cast<std::int64_t>(digest));
}

void TraceHash::addAnalog(time::VirtualTime when, std::string_view signal, double value)
{
    begin(Record::Analog, when);
    addText(signal);
    addReal(value);
}

void TraceHash::addConsole(time::VirtualTime when, std::string_view bytes)
{
    for (const char byte : bytes) {
        begin(Record::Console, when);
        m_hash.add({&byte, 1});
    }
}

void TraceHash::addProgramEvent(time::VirtualTime when, std::string_view event)
{
    begin(Record::ProgramEvent, when);
    addText(event);
}

std::string TraceHash::text() const { return fmt::format("{:016x}", value()); }

}  // namespace coroboard::trace
