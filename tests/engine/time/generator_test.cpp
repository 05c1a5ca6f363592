// SPDX-License-Identifier: MIT
#include "time/generator.h"

#include <gmock/gmock.h>

#include <memory>
#include <stdexcept>

#include "engine/time/log.h"

namespace coroboard::time {
namespace {

using testing::ElementsAre;

Generator<int> countTo(int last, Counted, int& pulled)
{
    for (int value = 1; value <= last; ++value) {
        ++pulled;
        co_yield value;
    }
}

TEST(Generator, RunsOnlyWhenPulled)
{
    int living = 0;
    int pulled = 0;
    {
        Generator<int> numbers = countTo(3, Counted(living), pulled);
        EXPECT_EQ(pulled, 0);
        EXPECT_EQ(numbers.next(), 1);
        EXPECT_EQ(pulled, 1);
        EXPECT_EQ(numbers.next(), 2);
        EXPECT_EQ(numbers.next(), 3);
        EXPECT_EQ(numbers.next(), std::nullopt);
        EXPECT_EQ(numbers.next(), std::nullopt);
    }
    EXPECT_EQ(living, 0);
}

TEST(Generator, IsIteratedAndAbandonedInTheMiddle)
{
    int living = 0;
    int pulled = 0;
    std::vector<int> seen;
    for (int value : countTo(1'000, Counted(living), pulled)) {
        seen.push_back(value);
        if (value == 4)
            break;
    }
    EXPECT_THAT(seen, ElementsAre(1, 2, 3, 4));
    EXPECT_EQ(living, 0);
}

Generator<std::unique_ptr<int>> boxes()
{
    co_yield std::make_unique<int>(7);
    throw std::runtime_error("no more boxes");
}

TEST(Generator, MovesItsValuesAndThrowsFromNext)
{
    Generator<std::unique_ptr<int>> source = boxes();
    Generator<std::unique_ptr<int>> moved = std::move(source);
    EXPECT_EQ(**moved.next(), 7);
    EXPECT_THROW(moved.next(), std::runtime_error);
    EXPECT_EQ(moved.next(), std::nullopt);
}

}  // namespace
}  // namespace coroboard::time
