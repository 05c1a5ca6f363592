// SPDX-License-Identifier: MIT
#include "simulation/snapshot_exchange.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

namespace coroboard::simulation {
namespace {

std::shared_ptr<const Snapshot> numbered(std::uint64_t sequence)
{
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->sequence = sequence;
    return snapshot;
}

TEST(SnapshotExchange, theLatestWins)
{
    SnapshotExchange exchange;
    EXPECT_EQ(exchange.take(), nullptr);
    exchange.publish(numbered(1));
    exchange.publish(numbered(2));
    EXPECT_EQ(exchange.take()->sequence, 2u);
    EXPECT_EQ(exchange.latest()->sequence, 2u);
}

TEST(SnapshotExchange, atMostOneNotificationIsPending)
{
    SnapshotExchange exchange;
    int notified = 0;
    exchange.setListener([&] { ++notified; });
    exchange.publish(numbered(1));
    exchange.publish(numbered(2));
    EXPECT_EQ(exchange.latest()->sequence, 2u);
    exchange.publish(numbered(3));
    EXPECT_EQ(notified, 1);
    exchange.take();
    exchange.publish(numbered(4));
    EXPECT_EQ(notified, 2);
}

TEST(SnapshotExchange, aListenerThatComesLateHearsOfTheNextOne)
{
    SnapshotExchange exchange;
    exchange.publish(numbered(1));
    int notified = 0;
    exchange.setListener([&] { ++notified; });
    exchange.publish(numbered(2));
    EXPECT_EQ(notified, 1);
    exchange.setListener(nullptr);
    exchange.take();
    exchange.publish(numbered(3));
    EXPECT_EQ(notified, 1);
}

TEST(SnapshotExchange, neverGoesBackBetweenTwoThreads)
{
    SnapshotExchange exchange;
    std::atomic<int> notifications{0};
    exchange.setListener([&] { ++notifications; });
    exchange.publish(numbered(1));
    std::thread writer([&] {
        for (std::uint64_t sequence = 2; sequence <= 20'000; ++sequence) exchange.publish(numbered(sequence));
    });
    std::uint64_t last = 0;
    bool forward = true;
    int takes = 0;
    while (last < 20'000) {
        const auto snapshot = exchange.take();
        ++takes;
        forward = forward && snapshot->sequence >= last;
        last = snapshot->sequence;
    }
    writer.join();
    EXPECT_TRUE(forward);
    EXPECT_LE(notifications, takes + 1);
}

}  // namespace
}  // namespace coroboard::simulation
