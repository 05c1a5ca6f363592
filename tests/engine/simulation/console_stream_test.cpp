// SPDX-License-Identifier: MIT
#include "simulation/console_stream.h"

#include <gtest/gtest.h>

#include <string>
#include <thread>

namespace coroboard::simulation {
namespace {

TEST(ConsoleStream, readsWhatWasWritten)
{
    ConsoleStream stream(16);
    EXPECT_EQ(stream.write("hello"), 5u);
    EXPECT_EQ(stream.write(", you"), 5u);
    EXPECT_EQ(stream.read(3), "hel");
    EXPECT_EQ(stream.read(), "lo, you");
    EXPECT_EQ(stream.read(), "");
}

TEST(ConsoleStream, keepsTheOldestAndCountsWhatDoesNotFit)
{
    ConsoleStream stream(8);
    EXPECT_EQ(stream.write("123456789abc"), 8u);
    EXPECT_EQ(stream.dropped(), 4u);
    EXPECT_EQ(stream.read(), "12345678");
    EXPECT_EQ(stream.write("wrapped!"), 8u);
    EXPECT_EQ(stream.read(), "wrapped!");
    EXPECT_EQ(stream.dropped(), 4u);
}

TEST(ConsoleStream, keepsBytesThatAreNoText)
{
    ConsoleStream stream(8);
    const std::string bytes("\0\xff\r\n\x1b", 5);
    for (int round = 0; round < 10; ++round) {
        stream.write(bytes);
        EXPECT_EQ(stream.read(), bytes);
    }
}

TEST(ConsoleStream, roundsTheCapacityUp)
{
    EXPECT_EQ(ConsoleStream(1000).capacity(), 1024u);
    EXPECT_EQ(ConsoleStream(1024).capacity(), 1024u);
}

// One writer, one reader: every byte taken arrives once and in order, and taken + dropped is what was sent.
TEST(ConsoleStream, losesNothingItTookBetweenTwoThreads)
{
    ConsoleStream stream(256);
    constexpr std::uint64_t count = 400'000;
    std::uint64_t taken = 0;
    std::atomic<bool> done{false};
    std::thread writer([&] {
        for (std::uint64_t i = 0; i < count; ++i) {
            const char byte = static_cast<char>(taken & 0x7f);
            taken += stream.write({&byte, 1});
        }
        done = true;
    });
    std::uint64_t received = 0;
    bool inOrder = true;
    for (bool last = false; !last;) {
        last = done;
        for (const char byte : stream.read()) inOrder = inOrder && byte == static_cast<char>(received++ & 0x7f);
    }
    writer.join();
    EXPECT_TRUE(inOrder);
    EXPECT_EQ(received, taken);
    EXPECT_EQ(taken + stream.dropped(), count);
}

}  // namespace
}  // namespace coroboard::simulation
