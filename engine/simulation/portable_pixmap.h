// SPDX-License-Identifier: MIT
#pragma once
// A display's frame as a PPM file (netpbm's "P6"): one pixel a dot, 8 bits a colour.

#include <string>

#include "parts/part_view.h"

namespace coroboard::simulation {

std::string portablePixmap(const parts::PixelFrame& frame);

}  // namespace coroboard::simulation
