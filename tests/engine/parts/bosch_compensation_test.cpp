// SPDX-License-Identifier: MIT
// The worked example of the BMP280 data sheet (section 3.12), forwards and backwards.

#include "parts/bosch_compensation.h"

#include <gtest/gtest.h>

namespace coroboard::parts {
namespace {

constexpr double temperatureExample = 519888;
constexpr double pressureExample = 415148;

TEST(BoschCompensation, MeetsTheDataSheetsExample)
{
    const double fine = fineTemperature(boschExample, temperatureExample);
    EXPECT_NEAR(fine, 128422, 1);
    EXPECT_NEAR(celsiusOf(fine), 25.08, 0.005);
    EXPECT_NEAR(pascalsOf(boschExample, pressureExample, fine), 100653.27, 0.05);
}

TEST(BoschCompensation, FindsTheReadingsAgain)
{
    EXPECT_NEAR(temperatureReading(boschExample, 25.0825), 519888, 20);
    const double fine = fineTemperature(boschExample, temperatureExample);
    EXPECT_NEAR(pressureReading(boschExample, 100653.27, fine), pressureExample, 0.1);
    for (const double percent : {0.0, 1.0, 45.0, 99.0, 100.0})
        EXPECT_NEAR(percentOf(boschExample, humidityReading(boschExample, percent, fine), fine), percent, 0.001);
}

}  // namespace
}  // namespace coroboard::parts
