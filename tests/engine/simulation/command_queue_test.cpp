// SPDX-License-Identifier: MIT
#include "simulation/command_queue.h"

#include <gtest/gtest.h>

#include <thread>

namespace coroboard::simulation {
namespace {

using namespace std::chrono_literals;

TEST(CommandQueue, drainsInOrder)
{
    CommandQueue queue;
    EXPECT_TRUE(queue.push(SetSpeed{2}));
    EXPECT_TRUE(queue.push(Pause{}));
    const auto commands = queue.drain();
    ASSERT_EQ(commands.size(), 2u);
    EXPECT_TRUE(std::holds_alternative<SetSpeed>(commands[0]));
    EXPECT_TRUE(std::holds_alternative<Pause>(commands[1]));
    EXPECT_TRUE(queue.drain().empty());
}

TEST(CommandQueue, refusesPastItsLimit)
{
    CommandQueue queue(2);
    EXPECT_TRUE(queue.push(Pause{}));
    EXPECT_TRUE(queue.push(Pause{}));
    EXPECT_FALSE(queue.push(Pause{}));
    queue.drain();
    EXPECT_TRUE(queue.push(Pause{}));
}

TEST(CommandQueue, aPushWakesTheWaiter)
{
    CommandQueue queue;
    std::thread sender([&] { EXPECT_TRUE(queue.push(Resume{})); });
    queue.wait();
    EXPECT_EQ(queue.drain().size(), 1u);
    sender.join();
}

TEST(CommandQueue, closingWakesForGoodAndRefuses)
{
    CommandQueue queue;
    std::thread closer([&] { queue.close(); });
    queue.wait();
    closer.join();
    EXPECT_TRUE(queue.closed());
    EXPECT_FALSE(queue.push(Pause{}));
    EXPECT_TRUE(queue.waitUntil(std::chrono::steady_clock::now() + 1h));
}

TEST(CommandQueue, aDeadlineThatHasPassedIsNoCommand)
{
    CommandQueue queue;
    EXPECT_FALSE(queue.waitUntil(std::chrono::steady_clock::now() - 1ms));
}

TEST(CommandQueue, losesNothingFromManySenders)
{
    CommandQueue queue;
    std::vector<std::thread> senders;
    for (int sender = 0; sender < 4; ++sender)
        senders.emplace_back([&queue, sender] {
            for (int i = 0; i < 2'000; ++i) EXPECT_TRUE(queue.push(SetControl{"p", "c", sender * 10'000.0 + i}));
        });
    std::vector<double> last(4, -1);
    bool inOrder = true;
    for (std::size_t received = 0; received < 8'000;) {
        queue.wait();
        for (const Command& command : queue.drain()) {
            const double value = std::get<SetControl>(command).value;
            double& previous = last[static_cast<std::size_t>(value / 10'000)];
            inOrder = inOrder && value > previous;
            previous = value;
            ++received;
        }
    }
    for (auto& sender : senders) sender.join();
    EXPECT_TRUE(inOrder);
}

}  // namespace
}  // namespace coroboard::simulation
