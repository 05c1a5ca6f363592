// SPDX-License-Identifier: MIT
#include "time/alarm.h"

#include <gmock/gmock.h>

#include <memory>
#include <stdexcept>

#include "engine/time/log.h"

namespace coroboard::time {
namespace {

using testing::ElementsAre;

TEST(Alarm, GoesOffOnceAtItsInstant)
{
    EventLoop loop;
    Timeline timeline(loop, "device");
    Log log(loop);
    Alarm alarm(timeline, [&] { log.add("alarm"); });
    EXPECT_FALSE(alarm.isSet());
    alarm.setAfter(2ms);
    EXPECT_TRUE(alarm.isSet());
    EXPECT_EQ(alarm.instant(), powerOn + 2ms);
    loop.runUntil(powerOn + 10ms);
    EXPECT_THAT(log.lines(), ElementsAre("2000us alarm"));
    EXPECT_FALSE(alarm.isSet());
}

TEST(Alarm, CancelledItIsSilent)
{
    EventLoop loop;
    Log log(loop);
    Alarm alarm(loop, [&] { log.add("alarm"); });
    alarm.setAfter(2ms);
    loop.runUntil(powerOn + 1ms);
    alarm.cancel();
    alarm.cancel();
    loop.runUntil(powerOn + 10ms);
    EXPECT_TRUE(log.lines().empty());
}

TEST(Alarm, CancelsItselfAndAnotherOfTheSameInstantInsideItsCallback)
{
    EventLoop loop;
    Log log(loop);
    Alarm other(loop, [&] { log.add("other"); });
    Alarm alarm(loop, [&] {
        log.add("alarm");
        alarm.cancel();
        other.cancel();
    });
    alarm.setAfter(1ms);
    other.setAfter(1ms);
    loop.runUntil(powerOn + 10ms);
    EXPECT_THAT(log.lines(), ElementsAre("1000us alarm"));
}

TEST(Alarm, DestroysItselfInsideItsCallbackAndItsCapturesLiveOn)
{
    EventLoop loop;
    std::unique_ptr<Alarm> alarm;
    auto text = std::make_shared<std::string>("still here");
    std::string seen;
    alarm = std::make_unique<Alarm>(loop, [&alarm, &seen, text] {
        alarm.reset();
        seen = *text;
    });
    alarm->setAfter(1ms);
    loop.runUntil(powerOn + 2ms);
    EXPECT_EQ(seen, "still here");
    EXPECT_EQ(text.use_count(), 1);
}

TEST(Alarm, KeepsItsCallbackWhenTheCallbackThrows)
{
    EventLoop loop;
    int calls = 0;
    Alarm alarm(loop, [&] {
        if (++calls == 1)
            throw std::runtime_error("first");
    });
    alarm.setAfter(1ms);
    EXPECT_THROW(loop.runUntil(powerOn + 2ms), std::runtime_error);
    alarm.setAfter(1ms);
    loop.runUntil(powerOn + 5ms);
    EXPECT_EQ(calls, 2);
}

}  // namespace
}  // namespace coroboard::time
