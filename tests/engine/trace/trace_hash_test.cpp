// SPDX-License-Identifier: MIT
#include "trace/trace_hash.h"

#include <numeric>
#include <string>

#include <gtest/gtest.h>

namespace coroboard::trace {
namespace {

using namespace std::chrono_literals;

std::uint64_t hashOf(std::string_view bytes)
{
    StreamHash hash;
    hash.add(bytes);
    return hash.value();
}

// Values of the reference implementation (xxhsum -H1).
TEST(StreamHash, IsXxh64)
{
    EXPECT_EQ(hashOf(""), 0xEF46DB3751D8E999u);
    EXPECT_EQ(hashOf("a"), 0xD24EC4F1A98C6E5Bu);
    EXPECT_EQ(hashOf("abc"), 0x44BC2CF5AD770999u);
    EXPECT_EQ(hashOf("Nobody inspects the spammish repetition"), 0xFBCEA83C8A378BF1u);
}

TEST(StreamHash, PiecesDoNotMatter)
{
    std::string bytes(1000, '\0');
    std::iota(bytes.begin(), bytes.end(), '\0');
    const std::uint64_t whole = hashOf(bytes);
    for (std::size_t piece : {1u, 3u, 31u, 32u, 33u, 999u}) {
        StreamHash hash;
        for (std::size_t i = 0; i < bytes.size(); i += piece) {
            hash.add(std::string_view(bytes).substr(i, piece));
        }
        EXPECT_EQ(hash.value(), whole) << piece;
    }
}

TEST(TraceHash, EveryPartOfARecordCounts)
{
    const time::VirtualTime at = time::powerOn + 5ms;
    const auto hash = [](auto&& fill) {
        TraceHash trace;
        fill(trace);
        return trace.value();
    };
    const std::uint64_t edge = hash([&](TraceHash& t) { t.addEdge(at, "GP1", true); });
    EXPECT_EQ(edge, hash([&](TraceHash& t) { t.addEdge(at, "GP1", true); }));
    EXPECT_NE(edge, hash([&](TraceHash& t) { t.addEdge(at + 1ns, "GP1", true); }));
    EXPECT_NE(edge, hash([&](TraceHash& t) { t.addEdge(at, "GP2", true); }));
    EXPECT_NE(edge, hash([&](TraceHash& t) { t.addEdge(at, "GP1", false); }));
    EXPECT_NE(edge, hash([&](TraceHash& t) { t.addAnalog(at, "GP1", 0.000001); }));
    EXPECT_NE(hash([&](TraceHash& t) { t.addPwm(at, "GP1", 1000, 0.5); }), hash([&](TraceHash& t) { t.addPwm(at, "GP1", 1000, 0.500001); }));
    EXPECT_NE(hash([&](TraceHash& t) { t.addProgramEvent(at, "finished"); }), hash([&](TraceHash& t) { t.addConsole(at, "finished"); }));
}

TEST(TraceHash, OrderCountsAndConsolePiecesDoNot)
{
    TraceHash one;
    one.addConsole(time::powerOn, "hello");
    one.addEdge(time::powerOn, "GP1", true);
    TraceHash two;
    two.addConsole(time::powerOn, "he");
    two.addConsole(time::powerOn, "llo");
    two.addEdge(time::powerOn, "GP1", true);
    TraceHash three;
    three.addEdge(time::powerOn, "GP1", true);
    three.addConsole(time::powerOn, "hello");
    EXPECT_EQ(one.value(), two.value());
    EXPECT_NE(one.value(), three.value());
    EXPECT_EQ(one.text().size(), 16u);
}

// The number itself is a promise: recordings of older versions are checked against it.
TEST(TraceHash, StaysTheSameFromVersionToVersion)
{
    TraceHash hash;
    hash.addProgramEvent(time::powerOn, "started");
    hash.addEdge(time::powerOn + 500ms, "GP16", true);
    hash.addPwm(time::powerOn + 501ms, "GP17", 1000, 0.25);
    hash.addAnalog(time::powerOn + 502ms, "GP26", 1650.5);
    hash.addConsole(time::powerOn + 503ms, "hello\r\n");
    EXPECT_EQ(hash.text(), "a01b4bdb03b563af");
}

}  // namespace
}  // namespace coroboard::trace
