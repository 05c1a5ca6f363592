// SPDX-License-Identifier: MIT
#include "parts/calendar.h"

#include <chrono>

namespace coroboard::parts {

using namespace std::chrono;

DateTime dateTimeOf(std::int64_t unixSeconds)
{
    const sys_seconds instant{seconds{unixSeconds}};
    const sys_days day = floor<days>(instant);
    const year_month_day date{day};
    const hh_mm_ss time{instant - day};
    return {static_cast<int>(date.year()),
            static_cast<int>(static_cast<unsigned>(date.month())),
            static_cast<int>(static_cast<unsigned>(date.day())),
            static_cast<int>(time.hours().count()),
            static_cast<int>(time.minutes().count()),
            static_cast<int>(time.seconds().count()),
            static_cast<int>(weekday{day}.c_encoding())};
}

std::int64_t unixSecondsOf(const DateTime& date)
{
    const sys_days first = sys_days{year{date.year} / month{static_cast<unsigned>(date.month)} / day{1}};
    const auto time = days{date.day - 1} + hours{date.hour} + minutes{date.minute} + seconds{date.second};
    return duration_cast<seconds>((first + time).time_since_epoch()).count();
}

}  // namespace coroboard::parts
