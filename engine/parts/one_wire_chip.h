// SPDX-License-Identifier: MIT
#pragma once
// OneWireChip: what all 1-Wire chips have in common: a 64-bit ROM code (family, serial number, checksum) and the ROM commands that single out
// one of many on the wire (Maxim DS18B20 data sheet, "ROM commands"; application note 187 for the search). A part derives from Part and from
// this and answers function commands. Joins the bus when made and leaves it when it goes; used from the loop's thread only.

#include <array>
#include <cstdint>
#include <vector>

#include "base/random.h"
#include "peripherals/one_wire_bus.h"

namespace coroboard::parts {

using OneWireCode = std::array<std::uint8_t, 8>;

class OneWireChip : public peripherals::OneWireTarget {
public:
    OneWireChip(peripherals::OneWireBus& bus, std::uint8_t family, Random serial);
    ~OneWireChip() override;
    OneWireChip(const OneWireChip&) = delete;
    OneWireChip& operator=(const OneWireChip&) = delete;

    const OneWireCode& code() const { return m_code; }

    bool reset() final;
    void write(bool bit) final;
    bool read() final;

    // Polynomial x^8 + x^5 + x^4 + 1, least significant bit first (application note 27).
    static std::uint8_t checksum(const std::uint8_t* bytes, std::size_t count);

protected:
    // A function command after the chip was selected.
    virtual void command(std::uint8_t code) = 0;
    // A byte of data after a command.
    virtual void data(std::uint8_t) {}
    // What a read slot gives when nothing is left to send: false while busy.
    virtual bool idleBit() { return true; }
    // Whether it answers an alarm search.
    virtual bool alarmed() { return false; }
    // The next read slots give these bytes.
    void send(std::vector<std::uint8_t> bytes);

private:
    enum class State : std::uint8_t { Deselected, RomCommand, Match, Search, Command, Data };
    void byteArrived(std::uint8_t byte);
    void romCommand(std::uint8_t code);
    bool codeBit(int index) const { return m_code[static_cast<std::size_t>(index / 8)] >> (index % 8) & 1; }

    peripherals::OneWireBus& m_bus;
    OneWireCode m_code{};
    State m_state = State::Deselected;
    int m_bits = 0;
    std::uint8_t m_gathering = 0;
    int m_position = 0;    // bit of the code, in Match and Search
    int m_searchSlot = 0;  // bit, complement, direction
    std::vector<std::uint8_t> m_sending;
    std::size_t m_sent = 0;  // bits
};

}  // namespace coroboard::parts
