// SPDX-License-Identifier: MIT
#pragma once
// What ST's accelerometers and gyroscopes LSM6DSOX (DS12814, AN5272) and LSM6DS3TR-C (DocID030071) have in common, seen through the registers
// that both have: they tell themselves apart by their identity. Both halves are powered down at first and have rates and ranges of
// their own. Results have 16 bits, low byte first. FUNC_CFG_ACCESS (0x01) opens two further banks of registers.

#include <cstdint>
#include <memory>
#include <string>

#include "parts/part_model.h"

namespace coroboard::parts {

// Everything of the model but `make`.
PartModel lsm6Model(std::string model, std::string title, std::string source);

std::unique_ptr<Part> makeLsm6(const PartModel& model, const PartContext& context, std::uint8_t identity);

}  // namespace coroboard::parts
