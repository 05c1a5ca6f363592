// SPDX-License-Identifier: MIT
#pragma once
// Bytes in JSON: as a string when they are UTF-8, otherwise as {"latin1": "…"}, a character a byte.

#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "base/result.h"

namespace coroboard::recording {

nlohmann::ordered_json bytesToJson(std::string_view bytes);
Result<std::string> bytesFromJson(const nlohmann::ordered_json& json);

}  // namespace coroboard::recording
