// SPDX-License-Identifier: MIT
#include "parts/led_array.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "base/exact_math.h"

namespace coroboard::parts {

namespace {

// A colour is named as a screen shows it; a picture says how much light there is.
std::uint8_t lightOf(unsigned long encoded)
{
    const auto byte = static_cast<double>(encoded & 0xff);
    return byte == 0 ? 0 : static_cast<std::uint8_t>(std::lround(255 * power(byte / 255, 2.2)));
}

}  // namespace

void LedArray::add(time::Timeline& timeline, peripherals::Wire& anode, peripherals::Wire& cathode, DiodeSettings settings,
                   const std::string& colour)
{
    const unsigned long rgb = std::strtoul(colour.c_str() + 1, nullptr, 16);
    m_lights.push_back({std::make_unique<Diode>(timeline, anode, cathode, settings), lightOf(rgb >> 16), lightOf(rgb >> 8),
                        lightOf(rgb)});
}

std::shared_ptr<const PixelFrame> LedArray::frame() const
{
    PixelFrame frame{m_columns, static_cast<int>(m_lights.size()) / m_columns, {}};
    frame.rgb.reserve(m_lights.size() * 3);
    for (const Light& light : m_lights) {
        const double glow = std::min(1.0, light.diode->glow() * m_gain);
        for (const std::uint8_t part : {light.red, light.green, light.blue})
            frame.rgb.push_back(static_cast<std::uint8_t>(std::lround(glow * part)));
    }
    if (!m_frame || m_frame->rgb != frame.rgb)
        m_frame = std::make_shared<const PixelFrame>(std::move(frame));
    return m_frame;
}

}  // namespace coroboard::parts
