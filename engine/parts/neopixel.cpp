// SPDX-License-Identifier: MIT
// NeoPixels: a chain of WS2812B in a strip, a matrix or a ring (Worldsemi WS2812B data sheet: sequence chart, data transfer time). A bit is a
// pulse: 0.4 µs high for a 0, 0.8 µs for a 1, each ±150 ns. The first 24 bits stay in the first pixel, the rest goes on. After 50 µs of
// low all pixels show what they got. With a fourth colour it is an SK6812RGBW (32 bits a pixel).

#include <algorithm>
#include <array>
#include <optional>

#include "parts/part_model.h"

namespace coroboard::parts {

namespace {

using namespace std::chrono_literals;
using peripherals::Burst;
using peripherals::Flips;
using peripherals::Wire;
using peripherals::WireDriver;
using peripherals::WireEvent;
using peripherals::WireListener;

constexpr time::Duration zeroHigh = 400ns;
constexpr time::Duration oneHigh = 800ns;
constexpr time::Duration tolerance = 150ns;
constexpr time::Duration shortest = 60ns;    // the input filters what is shorter
constexpr time::Duration resetTime = 50us;
constexpr double outputOhms = 100;
constexpr double milliamperesPerColour = 13;

enum Colour : std::uint8_t { Red, Green, Blue, White };

class NeoPixel final : public Part {
public:
    NeoPixel(const PartModel& model, const PartContext& context)
        : Part(model, context),
          m_columns(static_cast<int>(context.number("columns"))),
          m_rows(layoutOf(context) == Layout::Matrix ? static_cast<int>(context.number("rows")) : 1),
          m_layout(layoutOf(context)),
          m_zigzag(context.word("wiring") == "zigzag"),
          m_order(orderOf(context.word("order"))),
          m_out(context.wire("dout")),
          m_listener(context.wire("din"), WireListener::Hears::Changes, [this](const WireEvent& event) { hear(event); })
    {
        m_shown.assign(bytes(), 0);
        m_out.drive(0, outputOhms);
    }

protected:
    void show(PartView& view) const override
    {
        latch(now());
        if (!m_frame)
            m_frame = draw();
        double light = 0;
        for (const std::uint8_t byte : m_shown)
            light += byte;
        view.values.push_back({"layout", static_cast<double>(m_layout)});
        view.values.push_back({"current", light / 255 * milliamperesPerColour + 0.6 * m_columns * m_rows});
        view.values.push_back({"bits out of tolerance", static_cast<double>(m_outOfTolerance)});
        view.pixels = m_frame;
    }

private:
    enum class Layout : std::uint8_t { Strip, Matrix, Ring };
    static Layout layoutOf(const PartContext& context)
    {
        const std::string& word = context.word("layout");
        return word == "matrix" ? Layout::Matrix : word == "ring" ? Layout::Ring : Layout::Strip;
    }
    static std::vector<Colour> orderOf(const std::string& word)
    {
        std::vector<Colour> order;
        for (const char letter : word)
            order.push_back(letter == 'R' ? Red : letter == 'G' ? Green : letter == 'B' ? Blue : White);
        return order;
    }
    std::size_t bytes() const { return static_cast<std::size_t>(m_columns * m_rows) * m_order.size(); }

    void hear(const WireEvent& event)
    {
        if (event.kind == WireEvent::Kind::Edge) {
            edge(event.when, event.level);
            // A program that toggles the pin by itself: what this chain does not keep goes on edge by edge.
            if (m_bits > bytes() * 8 || !event.level)
                m_out.drive(event.level ? m_out.wire().supplyMillivolts() : 0, outputOhms);
        }
        if (event.kind != WireEvent::Kind::Burst)
            return;
        const Burst& burst = *event.burst;
        edge(burst.start(), burst.firstLevel());
        bool level = burst.firstLevel();
        Flips onward;
        for (const time::Duration flip : burst.flips()) {
            level = !level;
            edge(burst.start() + flip, level);
            if (m_bits > bytes() * 8 || (!level && onward.size() % 2 == 1))
                onward.push_back(flip);
        }
        if (!onward.empty())
            m_out.play(Burst::make(burst.start(), false, std::move(onward)), {m_out.wire().supplyMillivolts(), outputOhms}, {0, outputOhms});
    }

    void edge(time::VirtualTime when, bool level)
    {
        if (level == m_level)
            return;
        if (level)
            latch(when);
        m_level = level;
        if (level) {
            m_rise = when;
            ++m_bits;
            return;
        }
        m_fall = when;
        bit(when - m_rise);
    }

    void bit(time::Duration high)
    {
        if (high < shortest) {
            --m_bits;
            return;
        }
        const bool isOne = high > (zeroHigh + oneHigh) / 2;
        if (std::chrono::abs(high - (isOne ? oneHigh : zeroHigh)) > tolerance)
            ++m_outOfTolerance;
        if (m_bits > bytes() * 8)
            return;
        if (m_bits % 8 == 1)
            m_received.push_back(0);
        m_received.back() = static_cast<std::uint8_t>(m_received.back() << 1 | (isOne ? 1 : 0));
    }

    // After the reset time every pixel that got all its bits shows them.
    void latch(time::VirtualTime when) const
    {
        if (m_level || m_bits == 0 || when - m_fall < resetTime)
            return;
        const std::size_t whole = m_bits / 8 / m_order.size() * m_order.size();
        const std::size_t count = std::min(whole, m_received.size());
        const auto end = m_received.begin() + static_cast<std::ptrdiff_t>(count);
        if (!std::equal(m_received.begin(), end, m_shown.begin())) {
            std::copy(m_received.begin(), end, m_shown.begin());
            m_frame.reset();
        }
        m_received.clear();
        m_bits = 0;
    }

    std::shared_ptr<const PixelFrame> draw() const
    {
        auto frame = std::make_shared<PixelFrame>();
        frame->width = m_columns;
        frame->height = m_rows;
        frame->rgb.resize(static_cast<std::size_t>(m_columns * m_rows) * 3);
        for (int index = 0; index < m_columns * m_rows; ++index) {
            const int row = index / m_columns;
            const int along = index % m_columns;
            const int column = m_zigzag && row % 2 == 1 ? m_columns - 1 - along : along;
            std::array<int, 4> light{};
            for (std::size_t i = 0; i < m_order.size(); ++i)
                light[m_order[i]] = m_shown[static_cast<std::size_t>(index) * m_order.size() + i];
            for (const Colour colour : {Red, Green, Blue})
                frame->rgb[static_cast<std::size_t>(row * m_columns + column) * 3 + colour] =
                    static_cast<std::uint8_t>(std::min(255, light[colour] + light[White]));
        }
        return frame;
    }

    int m_columns;
    int m_rows;
    Layout m_layout;
    bool m_zigzag;
    std::vector<Colour> m_order;
    WireDriver m_out;
    bool m_level = false;
    time::VirtualTime m_rise{};
    time::VirtualTime m_fall{};
    std::int64_t m_outOfTolerance = 0;
    // What came since the last reset. Latching is worked out when somebody looks.
    mutable std::size_t m_bits = 0;
    mutable std::vector<std::uint8_t> m_received;
    mutable std::vector<std::uint8_t> m_shown;
    mutable std::shared_ptr<const PixelFrame> m_frame;
    WireListener m_listener;
};

}  // namespace

PartModel neopixelModel()
{
    PartModel model;
    model.description = {
        .model = "neopixel",
        .title = "NeoPixels (WS2812B)",
        .source = "Worldsemi WS2812B data sheet; SK6812RGBW for four colours",
        .pins = {{"din", "Data in"}, {"dout", "Data out", PinRole::Output, "NC"}},
        .controls = {},
        .notModelled = {"the delay of a pixel (300 ns) to the next one", "pulses made by PWM", "a supply that sags"},
    };
    model.numbers = {{"columns", "Pixels, or columns of a matrix", "", 1, 1024, 8}, {"rows", "Rows of a matrix", "", 1, 64, 8}};
    model.words = {
        {"layout", "Layout", "strip", WordParameter::Kind::Choice, {"strip", "matrix", "ring"}},
        {"wiring", "Rows of a matrix", "rows", WordParameter::Kind::Choice, {"rows", "zigzag"}},
        {"order", "Colours in the order they are sent", "GRB", WordParameter::Kind::Choice, {"GRB", "RGB", "BRG", "GRBW", "RGBW"}},
    };
    model.width = 200;
    model.height = 30;
    model.make = [](const PartModel& self, const PartContext& context) -> std::unique_ptr<Part> {
        return std::make_unique<NeoPixel>(self, context);
    };
    return model;
}

}  // namespace coroboard::parts
