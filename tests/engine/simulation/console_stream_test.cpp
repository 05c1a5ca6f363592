// SPDX-License-Identifier: MIT
#include "simulation/console_stream.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <thread>

namespace coroboard::simulation {
namespace {

TEST(ConsoleStream, readsWhatWasWritten)
{
    ConsoleStream stream(16);
    stream.write("hello");
    stream.write(", you");
    EXPECT_EQ(stream.read(3), "hel");
    EXPECT_EQ(stream.read(), "lo, you");
    EXPECT_EQ(stream.read(), "");
}

TEST(ConsoleStream, theBeginningAndTheEndOfAFloodGetThrough)
{
    ConsoleStream stream(64);
    std::string sent;
    for (int line = 100; line < 300; ++line) {
        const std::string text = "line " + std::to_string(line) + "\r\n";
        stream.write(text);
        sent += text;
    }
    stream.write(">>> ");
    sent += ">>> ";
    std::string received = stream.read();
    EXPECT_EQ(received, sent.substr(0, 64));
    EXPECT_EQ(stream.read(), "") << "only the writer passes on";
    EXPECT_TRUE(stream.settle());
    const std::string end = stream.read();
    EXPECT_TRUE(end.starts_with("\n")) << "what is dropped ends with the line it began";
    EXPECT_TRUE(sent.ends_with(end)) << end;
    EXPECT_EQ(received.size() + end.size() + stream.dropped(), sent.size());
    stream.write("wrapped");
    EXPECT_EQ(stream.read(), "wrapped");
}

TEST(ConsoleStream, whatIsHeldBackKeepsItsOrder)
{
    ConsoleStream stream(64);
    const std::string full(64, 'a');
    stream.write(full);
    stream.write("b\n");
    EXPECT_FALSE(stream.settle());
    EXPECT_EQ(stream.read(1), "a");
    EXPECT_FALSE(stream.settle());
    stream.write("c\n");
    EXPECT_EQ(stream.read(), full.substr(1) + "b");
    EXPECT_TRUE(stream.settle());
    EXPECT_EQ(stream.read(), "\nc\n");
    EXPECT_EQ(stream.dropped(), 0u);
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

// One writer, one reader: what arrives is in order, and what arrived and what was dropped is what was sent.
TEST(ConsoleStream, losesNothingItDoesNotCountBetweenTwoThreads)
{
    ConsoleStream stream(256);
    constexpr std::uint64_t count = 100'000;
    std::uint64_t sent = 0;
    std::atomic<bool> done{false};
    std::thread writer([&] {
        for (std::uint64_t i = 0; i < count; ++i) {
            const std::string line = std::to_string(i) + "\n";
            stream.write(line);
            sent += line.size();
        }
        while (!stream.settle()) std::this_thread::yield();
        done = true;
    });
    std::string received;
    for (bool last = false; !last;) {
        last = done;
        received += stream.read();
    }
    writer.join();
    EXPECT_EQ(received.size() + stream.dropped(), sent);
    EXPECT_TRUE(received.ends_with("\n" + std::to_string(count - 1) + "\n"));
    std::uint64_t before = 0;
    bool inOrder = true;
    std::istringstream lines(received);
    for (std::string line; std::getline(lines, line);) {
        // A line that was cut off reads as an earlier number.
        const std::uint64_t number = std::stoull("0" + line);
        inOrder = inOrder && (number >= before || std::to_string(before).size() > line.size());
        before = std::max(before, number);
    }
    EXPECT_TRUE(inOrder);
}

}  // namespace
}  // namespace coroboard::simulation
