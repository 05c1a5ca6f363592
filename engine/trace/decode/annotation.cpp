// SPDX-License-Identifier: MIT
#include "trace/decode/annotation.h"

#include <string_view>

#include <fmt/format.h>

namespace coroboard::trace::decode {

namespace {

bool printable(std::uint64_t value) { return value > 0x20 && value < 0x7f; }

std::string character(std::uint64_t value)
{
    switch (value) {
    case '\r': return "CR";
    case '\n': return "LF";
    case '\t': return "TAB";
    case ' ': return "SP";
    default: return printable(value) ? std::string(1, static_cast<char>(value)) : fmt::format("{:02X}", value);
    }
}

// Maxim application note 187 and the DS18B20 data sheet, "ROM commands" and "DS18B20 function commands".
std::string_view commandName(std::uint64_t command)
{
    switch (command) {
    case 0x33: return "Read ROM";
    case 0x55: return "Match ROM";
    case 0xcc: return "Skip ROM";
    case 0xf0: return "Search ROM";
    case 0xec: return "Alarm search";
    case 0x44: return "Convert";
    case 0xbe: return "Read scratchpad";
    case 0x4e: return "Write scratchpad";
    case 0x48: return "Copy scratchpad";
    case 0xb8: return "Recall";
    case 0xb4: return "Read power supply";
    default: return "Command";
    }
}

std::string pixelText(std::uint64_t value)
{
    const std::uint64_t white = value >> 24 & 0xff;
    return white ? fmt::format("{:06X}+{:02X}", value & 0xffffff, white) : fmt::format("{:06X}", value & 0xffffff);
}

}  // namespace

std::string longText(const Annotation& annotation)
{
    const std::uint64_t value = annotation.value;
    switch (annotation.reading) {
    case Reading::Start: return "Start";
    case Reading::RepeatedStart: return "Repeated start";
    case Reading::Stop: return "Stop";
    case Reading::AddressWrite: return fmt::format("Write to 0x{:02X}", value);
    case Reading::AddressRead: return fmt::format("Read from 0x{:02X}", value);
    case Reading::Data: return fmt::format("0x{:02X}", value);
    case Reading::Acknowledge: return "ACK";
    case Reading::NoAcknowledge: return "NACK";
    case Reading::Character: return printable(value) ? fmt::format("{} 0x{:02X}", character(value), value) : character(value);
    case Reading::Break: return "Break";
    case Reading::Reset: return "Reset";
    case Reading::Presence: return "Presence";
    case Reading::Command: return fmt::format("{} 0x{:02X}", commandName(value), value);
    case Reading::SearchResult: return fmt::format("Found {:016X}", value);
    case Reading::Pixel: return fmt::format("#{} {}", value >> 32, pixelText(value));
    case Reading::Latch: return "Latch";
    case Reading::FramingError: return "Framing error";
    case Reading::ParityError: return fmt::format("Parity error 0x{:02X}", value);
    case Reading::CutShort: return "Cut short";
    }
    return {};
}

std::string shortText(const Annotation& annotation)
{
    const std::uint64_t value = annotation.value;
    switch (annotation.reading) {
    case Reading::Start: return "S";
    case Reading::RepeatedStart: return "Sr";
    case Reading::Stop: return "P";
    case Reading::AddressWrite: return fmt::format("W {:02X}", value);
    case Reading::AddressRead: return fmt::format("R {:02X}", value);
    case Reading::Data:
    case Reading::Command: return fmt::format("{:02X}", value);
    case Reading::Acknowledge: return "A";
    case Reading::NoAcknowledge: return "N";
    case Reading::Character: return character(value);
    case Reading::Break: return "Brk";
    case Reading::Reset: return "R";
    case Reading::Presence: return "P";
    case Reading::SearchResult: return fmt::format("{:X}", value);
    case Reading::Pixel: return pixelText(value);
    case Reading::Latch: return "L";
    case Reading::FramingError: return "FE";
    case Reading::ParityError: return "PE";
    case Reading::CutShort: return "?";
    }
    return {};
}

bool isTrouble(Reading reading)
{
    return reading == Reading::NoAcknowledge || reading == Reading::FramingError || reading == Reading::ParityError || reading == Reading::CutShort;
}

}  // namespace coroboard::trace::decode
