// SPDX-License-Identifier: MIT
#include "cli/control_setting.h"

#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "cli/duration.h"

namespace coroboard::cli {

Result<ControlSetting> parseControlSetting(std::string_view text)
{
    const auto wrong = [text](std::string_view why) {
        return failure(fmt::format("'{}' is not a setting: {}; write PART.CONTROL=VALUE[@TIME], for example dial.position=50@2s",
                                   text, why));
    };
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos) return wrong("the '=' is missing");
    const std::string_view target = text.substr(0, equals);
    const std::size_t dot = target.rfind('.');
    if (dot == std::string_view::npos || dot == 0 || dot + 1 == target.size()) return wrong("PART.CONTROL is missing");

    ControlSetting setting;
    setting.part = target.substr(0, dot);
    setting.control = target.substr(dot + 1);
    std::string_view value = text.substr(equals + 1);
    if (const std::size_t at = value.find('@'); at != std::string_view::npos) {
        const auto when = parseDuration(value.substr(at + 1));
        if (!when) return tl::unexpected(when.error());
        setting.when = time::powerOn + *when;
        value = value.substr(0, at);
    }
    const auto [rest, error] = std::from_chars(value.data(), value.data() + value.size(), setting.value);
    if (error != std::errc{} || rest != value.data() + value.size() || !std::isfinite(setting.value))
        return wrong(fmt::format("'{}' is not a number", value));
    return setting;
}

}  // namespace coroboard::cli
