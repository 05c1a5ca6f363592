// SPDX-License-Identifier: MIT
#pragma once
// --set PART.CONTROL=VALUE[@TIME], for example light.lux=120@2s. The value is in the control's own unit, the time is virtual.

#include <string_view>

#include "base/result.h"
#include "cli/commands.h"

namespace coroboard::cli {

Result<ControlSetting> parseControlSetting(std::string_view text);

}  // namespace coroboard::cli
