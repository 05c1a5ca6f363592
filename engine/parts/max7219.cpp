// SPDX-License-Identifier: MIT
// MAX7219: driver of 64 lights, as 8 × 8 matrices or eight digits, alone or in a chain (Maxim MAX7219/MAX7221 data sheet 19-4452). Sixteen
// bits are shifted in; what stands in the shift registers when LOAD rises is taken by all chips of the chain at once (figure 1, tables 1 to
// 10). A matrix module hangs as the common FC-16: digit 0 on top, bit 7 at the left, the first chip of the chain at the right.

#include <algorithm>
#include <array>

#include "parts/part_model.h"
#include "parts/seven_segment.h"

namespace coroboard::parts {

namespace {

enum Register : std::uint8_t { DecodeMode = 9, Intensity = 10, ScanLimit = 11, Shutdown = 12, DisplayTest = 15 };

// Table 5, code B, as the chip's bits: A in bit 6 down to G in bit 0.
constexpr std::array<std::uint8_t, 16> codeB = {0x7e, 0x30, 0x6d, 0x79, 0x33, 0x5b, 0x5f, 0x70,
                                                0x7f, 0x7b, 0x01, 0x4f, 0x37, 0x0e, 0x67, 0x00};

// The chip's order of segments to the usual one.
std::uint8_t usual(std::uint8_t chip)
{
    std::uint8_t segments = chip & 0x80;
    for (int segment = 0; segment < 7; ++segment)
        if (chip >> (6 - segment) & 1)
            segments = static_cast<std::uint8_t>(segments | 1 << segment);
    return segments;
}

struct Chip {
    std::array<std::uint8_t, 8> digits{};
    std::uint8_t decode = 0;
    std::uint8_t intensity = 0;
    std::uint8_t scanLimit = 0;
    bool running = false;  // not in shutdown
    bool test = false;

    void take(std::uint8_t address, std::uint8_t value)
    {
        switch (address & 0x0f) {
        case DecodeMode: decode = value; break;
        case Intensity: intensity = value & 0x0f; break;
        case ScanLimit: scanLimit = value & 7; break;
        case Shutdown: running = value & 1; break;
        case DisplayTest: test = value & 1; break;
        case 0: case 13: case 14: break;
        default: digits[(address & 0x0f) - 1u] = value; break;
        }
    }

    std::uint8_t lights(std::size_t digit) const
    {
        if (test)
            return 0xff;
        if (!running || digit > scanLimit)
            return 0;
        const std::uint8_t value = digits[digit];
        return decode >> digit & 1 ? static_cast<std::uint8_t>((value & 0x80) | codeB[value & 0x0f]) : value;
    }
    // Table 7: the share of time a light is on.
    double share() const { return test ? 31.0 / 32 : (2 * intensity + 1) / 32.0; }
};

class Max7219 final : public Part, private peripherals::SpiTarget {
public:
    Max7219(const PartModel& model, const PartContext& context)
        : Part(model, context),
          m_bus(context.spi()),
          m_isMatrix(context.word("layout") == "matrix"),
          m_chips(static_cast<std::size_t>(context.number("devices"))),
          m_shifting(m_chips.size() * 2)
    {
        m_bus.attach(*this, {&context.wire("cs"), &context.wire("mosi"), nullptr});
    }
    ~Max7219() override { m_bus.detach(*this); }

protected:
    void show(PartView& view) const override
    {
        view.values.push_back({"devices", static_cast<double>(m_chips.size())});
        if (m_isMatrix) {
            if (!m_frame)
                m_frame = draw();
            view.pixels = m_frame;
            return;
        }
        // Digit 7 of the last chip is at the left.
        for (std::size_t place = 0; place < m_chips.size() * 8; ++place) {
            const Chip& chip = m_chips[m_chips.size() - 1 - place / 8];
            const std::uint8_t segments = usual(chip.lights(7 - place % 8));
            view.values.push_back({"segments " + std::to_string(place), static_cast<double>(segments)});
            view.text += sevenSegmentText(segments);
            if (segments & 0x80)
                view.text += '.';
        }
        view.values.push_back({"digits", static_cast<double>(m_chips.size() * 8)});
        view.values.push_back({"brightness", m_chips.front().share()});
    }

private:
    void shiftIn(std::uint8_t byte) override
    {
        std::rotate(m_shifting.begin(), m_shifting.begin() + 1, m_shifting.end());
        m_shifting.back() = byte;
    }

    // LOAD rises. The last sixteen bits stand in the first chip.
    void deselected() override
    {
        for (std::size_t i = 0; i < m_chips.size(); ++i) {
            const std::size_t at = m_shifting.size() - 2 * (i + 1);
            m_chips[i].take(m_shifting[at], m_shifting[at + 1]);
        }
        m_frame.reset();
    }

    std::shared_ptr<const PixelFrame> draw() const
    {
        auto frame = std::make_shared<PixelFrame>();
        frame->width = static_cast<int>(m_chips.size()) * 8;
        frame->height = 8;
        for (std::size_t row = 0; row < 8; ++row)
            for (std::size_t block = 0; block < m_chips.size(); ++block) {
                const Chip& chip = m_chips[m_chips.size() - 1 - block];
                for (int bit = 7; bit >= 0; --bit) {
                    const double light = chip.lights(row) >> bit & 1 ? chip.share() : 0;
                    frame->rgb.push_back(static_cast<std::uint8_t>(light * 255));
                    frame->rgb.push_back(static_cast<std::uint8_t>(light * 10));
                    frame->rgb.push_back(static_cast<std::uint8_t>(light * 5));
                }
            }
        return frame;
    }

    peripherals::SpiBus& m_bus;
    bool m_isMatrix;
    std::vector<Chip> m_chips;              // the first is the one next to the board
    std::vector<std::uint8_t> m_shifting;   // all shift registers, the first chip's last
    mutable std::shared_ptr<const PixelFrame> m_frame;
};

}  // namespace

PartModel max7219Model()
{
    PartModel model;
    model.description = {
        .model = "max7219",
        .title = "LED matrix or digits (MAX7219)",
        .source = "Maxim MAX7219/MAX7221 data sheet 19-4452",
        .pins = {{"sck", "Clock"}, {"mosi", "Data in"}, {"cs", "Load"}},
        .controls = {},
        .notModelled = {"the data output towards another part (a chain is one part with several devices)", "the current-setting resistor"},
    };
    model.numbers = {{"devices", "Chips in the chain", "", 1, 16, 1}};
    model.words = {{"layout", "What it lights", "matrix", WordParameter::Kind::Choice, {"matrix", "digits"}},
                   {"colour", "Colour of digits", "#ff3b30", WordParameter::Kind::Colour, {}}};
    model.width = 160;
    model.height = 160;
    model.make = [](const PartModel& self, const PartContext& context) -> std::unique_ptr<Part> {
        return std::make_unique<Max7219>(self, context);
    };
    return model;
}

}  // namespace coroboard::parts
