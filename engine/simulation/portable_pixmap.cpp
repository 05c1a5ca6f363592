// SPDX-License-Identifier: MIT
#include "simulation/portable_pixmap.h"

#include <fmt/format.h>

namespace coroboard::simulation {

std::string portablePixmap(const parts::PixelFrame& frame)
{
    return fmt::format("P6\n{} {}\n255\n", frame.width, frame.height) + std::string(frame.rgb.begin(), frame.rgb.end());
}

}  // namespace coroboard::simulation
