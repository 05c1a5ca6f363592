// SPDX-License-Identifier: MIT
#include "simulation/task_view.h"

#include <gtest/gtest.h>

namespace coroboard::simulation {
namespace {

using namespace std::chrono_literals;

TEST(TaskView, saysWhatATaskWaitsFor)
{
    time::WaitInfo wait;
    EXPECT_EQ(waitText(wait), "");
    wait.kind = time::WaitKind::deadline;
    wait.deadline = time::powerOn + 1'500'007us;
    EXPECT_EQ(waitText(wait), "sleep until 1.500007 s");
    wait = {};
    wait.kind = time::WaitKind::lock;
    wait.name = "bus";
    wait.taskName = "reader";
    EXPECT_EQ(waitText(wait), "lock bus held by reader");
    wait = {};
    wait.kind = time::WaitKind::child;
    wait.taskName = "blink";
    EXPECT_EQ(waitText(wait), "child blink");
    wait = {};
    wait.kind = time::WaitKind::event;
    wait.name = "ready";
    wait.deadline = time::powerOn + 2s;
    EXPECT_EQ(waitText(wait), "event ready, until 2.000000 s");
}

}  // namespace
}  // namespace coroboard::simulation
