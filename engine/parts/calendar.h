// SPDX-License-Identifier: MIT
#pragma once
// Calendar: seconds since 1970 and the date and time they are, in the proleptic Gregorian calendar, without time zones (H. Hinnant,
// "chrono-Compatible Low-Level Date Algorithms"). For clock chips and satellites.

#include <cstdint>

namespace coroboard::parts {

struct DateTime {
    int year = 1970;
    int month = 1;    // 1 … 12
    int day = 1;      // 1 … 31
    int hour = 0;
    int minute = 0;
    int second = 0;
    int weekday = 4;  // 0 Sunday … 6 Saturday
};

DateTime dateTimeOf(std::int64_t unixSeconds);
// The weekday is not looked at; a day past the end of its month runs into the next.
std::int64_t unixSecondsOf(const DateTime& date);

}  // namespace coroboard::parts
