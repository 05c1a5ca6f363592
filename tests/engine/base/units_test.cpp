// SPDX-License-Identifier: MIT
#include "base/units.h"

#include <gtest/gtest.h>

#include <string>
#include <type_traits>

#include "base/label.h"

namespace coroboard {
namespace {

TEST(Units, ComputeWithinOneUnit)
{
    const Celsius room(21.5);
    EXPECT_EQ((room + Celsius(0.5)).value(), 22.0);
    EXPECT_EQ((2 * room - room / 2).value(), 32.25);
    EXPECT_EQ((-room).value(), -21.5);
    EXPECT_EQ(Ohms(10'000) / Ohms(2'500), 4.0);
    EXPECT_LT(Lux(10), Lux(11));
    EXPECT_EQ(Millivolts(), Millivolts(0));
    EXPECT_EQ(std::string(Percent::symbol()), "%");
}

template <class A, class B>
concept Addable = requires(A a, B b) { a + b; };

TEST(Units, DoNotMix)
{
    static_assert(Addable<Celsius, Celsius>);
    static_assert(!Addable<Celsius, Lux>);
    static_assert(!Addable<Celsius, double>);
    static_assert(!std::is_convertible_v<double, Celsius>);
    static_assert(!std::is_convertible_v<Celsius, double>);
}

TEST(Label, KeepsLiteralsAndCopiesStrings)
{
    Label literal("led");
    std::string text = "led 2";
    Label owned(text);
    text = "gone";
    EXPECT_EQ(literal.text(), "led");
    EXPECT_EQ(owned.view(), "led 2");
    Label copy = owned;
    Label moved = std::move(owned);
    copy = literal;
    EXPECT_EQ(moved.text(), "led 2");
    EXPECT_EQ(copy.text(), "led");
    EXPECT_TRUE(owned.isEmpty());
    EXPECT_TRUE(Label().isEmpty());
}

}  // namespace
}  // namespace coroboard
