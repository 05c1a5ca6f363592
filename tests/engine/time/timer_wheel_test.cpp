// SPDX-License-Identifier: MIT
// The loop's timers against a plain sorted map: random insertions and removals over all distances, exact order, next instant.
#include "time/timer_wheel.h"

#include <gtest/gtest.h>

#include <deque>
#include <map>
#include <random>

#include "time/event_loop.h"

namespace coroboard::time {
namespace {

class TimersAndModel {
public:
    explicit TimersAndModel(std::uint32_t seed) : m_random(seed) {}

    void insert()
    {
        Numbered& turn = m_turns.emplace_back(*this, m_turns.size());
        const VirtualTime due = m_loop.now() + distance();
        m_loop.postAt(turn, due);
        m_model.emplace(std::pair(due, turn.number), &turn);
    }
    void remove(std::size_t rank)
    {
        if (m_model.empty())
            return;
        const auto entry = std::next(m_model.begin(), static_cast<long>(rank % m_model.size()));
        m_loop.cancel(*entry->second);
        EXPECT_TRUE(entry->second->isIdle());
        m_model.erase(entry);
    }
    // What is due first comes out, and whatever shares its instant, in the order of insertion.
    void runToNext()
    {
        if (m_model.empty()) {
            EXPECT_EQ(m_loop.nextDue(), never);
            return;
        }
        const VirtualTime due = m_model.begin()->first.first;
        EXPECT_LE(m_loop.nextDue(), due);
        if (m_model.size() <= 12) {
            EXPECT_EQ(m_loop.nextDue(), due);
        }
        std::vector<std::size_t> expected;
        while (!m_model.empty() && m_model.begin()->first.first == due) {
            expected.push_back(m_model.begin()->second->number);
            m_model.erase(m_model.begin());
        }
        m_ran.clear();
        m_loop.runUntil(due);
        EXPECT_TRUE(m_ran.empty());
        m_loop.runUntil(due + Duration(1));
        EXPECT_EQ(m_ran, expected);
    }
    std::size_t size() const { return m_model.size(); }
    std::uint32_t random() { return m_random(); }
    void check() const { EXPECT_EQ(m_loop.timerCount() + (m_loop.nextDue() == m_loop.now() ? dueNow() : 0), m_model.size()); }

private:
    struct Numbered : Turn {
        Numbered(TimersAndModel& its, std::size_t sequence) : Turn(&Numbered::run), owner(its), number(sequence) {}
        static void run(Turn& turn)
        {
            auto& self = static_cast<Numbered&>(turn);
            self.owner.m_ran.push_back(self.number);
        }
        TimersAndModel& owner;
        std::size_t number;
    };

    std::size_t dueNow() const
    {
        std::size_t count = 0;
        for (const auto& [key, turn] : m_model)
            count += key.first <= m_loop.now();
        return count;
    }
    // Every order of magnitude, often the same instant, sometimes round numbers.
    Duration distance()
    {
        const unsigned bits = m_random() % 45;
        const std::uint64_t wide = (std::uint64_t{m_random()} << 32 | m_random()) & ((std::uint64_t{1} << bits) - 1);
        switch (m_random() % 4) {
        case 0: return Duration(1 + static_cast<Duration::rep>(wide % 5));
        case 1: return Duration((1 + static_cast<Duration::rep>(wide % 100)) * 1'000'000);
        default: return Duration(1 + static_cast<Duration::rep>(wide));
        }
    }

    std::mt19937 m_random;
    std::deque<Numbered> m_turns;
    std::map<std::pair<VirtualTime, std::size_t>, Numbered*> m_model;
    std::vector<std::size_t> m_ran;
    EventLoop m_loop;  // last: it makes the turns idle before they go
};

class Timers : public testing::TestWithParam<std::uint32_t> {};

TEST_P(Timers, AgreeWithASortedMap)
{
    TimersAndModel both(GetParam());
    const std::uint32_t growth = 3 + GetParam() % 3;
    for (int step = 0; step < 5'000; ++step) {
        switch (both.random() % 9) {
        case 0: both.remove(both.random()); break;
        case 1: both.remove(0); break;
        default: both.random() % 9 < growth ? both.insert() : both.runToNext(); break;
        }
        both.check();
        ASSERT_FALSE(HasFailure()) << "step " << step;
    }
    while (both.size() > 0 && !HasFailure())
        both.runToNext();
}

INSTANTIATE_TEST_SUITE_P(Seeds, Timers, testing::Range(1U, 13U));

TEST(TimerWheel, CancellingACrowdInTheOrderOfItsInstantsKeepsTheNextOneInReach)
{
    EventLoop loop;
    std::deque<Turn> turns;
    for (int index = 0; index < 1'000; ++index)
        loop.postAt(turns.emplace_back(+[](Turn&) {}), powerOn + std::chrono::seconds(5) + std::chrono::microseconds(index));
    for (int index = 0; index < 999; ++index) {
        loop.cancel(turns[index]);
        ASSERT_LE(loop.nextDue(), turns[index + 1].due());
    }
    EXPECT_EQ(loop.timerCount(), 1u);
    EXPECT_EQ(loop.nextDue(), turns.back().due());
    loop.cancel(turns.back());
    EXPECT_EQ(loop.nextDue(), never);
}

}  // namespace
}  // namespace coroboard::time
