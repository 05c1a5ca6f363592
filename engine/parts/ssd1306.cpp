// SPDX-License-Identifier: MIT
// SSD1306: OLED display on I2C. The chip is ssd1306_panel.h, its bus oled_part.h.

#include "parts/oled_part.h"
#include "parts/ssd1306_panel.h"

namespace coroboard::parts {

PartModel ssd1306Model()
{
    return oledOnI2c<Ssd1306Panel>("ssd1306", "SSD1306");
}

}  // namespace coroboard::parts
