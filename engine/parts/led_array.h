// SPDX-License-Identifier: MIT
#pragma once
// LedArray: several equal LEDs in one body, seen as a picture of one pixel a LED: a matrix, a bar. A new picture only when an eye would see
// another one. Used by the models; loop's thread only.

#include <memory>
#include <vector>

#include "parts/diode.h"
#include "parts/part_view.h"

namespace coroboard::parts {

class LedArray {
public:
    // `gain` is how many times brighter the picture is: LEDs that are lit in turns are made for it.
    explicit LedArray(int columns, double gain = 1) : m_columns(columns), m_gain(gain) {}

    // The next LED, row by row; "#rrggbb".
    void add(time::Timeline& timeline, peripherals::Wire& anode, peripherals::Wire& cathode, DiodeSettings settings, const std::string& colour);
    std::shared_ptr<const PixelFrame> frame() const;

private:
    struct Light {
        std::unique_ptr<Diode> diode;
        std::uint8_t red = 0, green = 0, blue = 0;
    };

    int m_columns;
    double m_gain;
    std::vector<Light> m_lights;
    mutable std::shared_ptr<const PixelFrame> m_frame;
};

}  // namespace coroboard::parts
