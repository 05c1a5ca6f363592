// SPDX-License-Identifier: MIT
// AT24C32: EEPROM of 4096 bytes on I2C (Atmel 0336). Two address bytes, then data; a write stays within its page of 32 bytes and takes up to
// 10 ms after the STOP, during which the chip does not acknowledge. What was written outlives a power cycle, and with a project folder the run.

#include <vector>

#include "parts/i2c_chip.h"
#include "parts/part_model.h"

namespace coroboard::parts {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t capacity = 4096;
constexpr std::size_t page = 32;
constexpr time::Duration writeCycle = 10ms;

std::uint8_t addressOf(const std::map<std::string, double>& numbers)
{
    return static_cast<std::uint8_t>(numbers.at("address"));
}

class At24c32 final : public Part, private I2cChip {
public:
    At24c32(const PartModel& model, const PartContext& context)
        : Part(model, context), I2cChip(context.i2c(), addressOf(context.numbers)), m_memory(context.memory)
    {
        m_memory.resize(capacity, 0xff);
    }

protected:
    void show(PartView& view) const override
    {
        view.values.push_back({"writing", now() < m_busyUntil ? 1.0 : 0.0});
        view.values.push_back({"address", static_cast<double>(m_pointer)});
    }

private:
    Acknowledge ready(peripherals::I2cDirection) override { return now() < m_busyUntil ? Acknowledge::No : Acknowledge::Yes; }

    void beginWrite() override
    {
        m_addressBytes = 0;
        m_written.clear();
    }

    Acknowledge take(std::uint8_t byte) override
    {
        if (m_addressBytes < 2) {
            m_pointer = (m_addressBytes++ == 0 ? byte << 8 : m_pointer | byte) % capacity;
            return Acknowledge::Yes;
        }
        m_written.push_back(byte);
        return Acknowledge::Yes;
    }

    void endWrite() override
    {
        if (m_written.empty())
            return;
        const std::size_t start = m_pointer / page * page;
        for (const std::uint8_t byte : m_written) {
            m_memory[m_pointer] = byte;
            m_pointer = start + (m_pointer + 1) % page;
        }
        m_busyUntil = now() + writeCycle;
    }

    std::uint8_t give() override
    {
        const std::uint8_t byte = m_memory[m_pointer];
        m_pointer = (m_pointer + 1) % capacity;
        return byte;
    }

    std::vector<std::uint8_t>& m_memory;
    std::size_t m_pointer = 0;
    int m_addressBytes = 0;
    std::vector<std::uint8_t> m_written;
    time::VirtualTime m_busyUntil{};
};

}  // namespace

PartModel at24c32Model()
{
    PartModel model;
    model.description = {
        .model = "at24c32",
        .title = "EEPROM of 4 KiB (AT24C32)",
        .source = "Atmel AT24C32 data sheet 0336",
        .pins = {{"scl", "Clock"}, {"sda", "Data"}},
        .controls = {},
        .notModelled = {"the write-protect pin", "wear", "a write that a repeated START ends is stored as one that STOP ends"},
    };
    model.numbers = {{"address", "I2C address", "", 0x50, 0x57, 0x57}};
    model.i2cAddresses = [](const PartParameters& given) { return std::vector{addressOf(given.numbers)}; };
    model.width = 12;
    model.height = 10;
    model.make = [](const PartModel& self, const PartContext& context) -> std::unique_ptr<Part> {
        return std::make_unique<At24c32>(self, context);
    };
    return model;
}

}  // namespace coroboard::parts
