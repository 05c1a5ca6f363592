// SPDX-License-Identifier: MIT
// SH1106: OLED display on SPI. The chip is sh1106_panel.h, its bus oled_part.h.

#include "parts/oled_part.h"
#include "parts/sh1106_panel.h"

namespace coroboard::parts {

PartModel sh1106_spiModel()
{
    return oledOnSpi<Sh1106Panel>("sh1106_spi", "SH1106");
}

}  // namespace coroboard::parts
