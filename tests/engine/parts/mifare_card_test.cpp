// SPDX-License-Identifier: MIT
#include "parts/mifare_card.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace coroboard::parts {
namespace {

using testing::ElementsAre;
using Bytes = std::vector<std::uint8_t>;

Bytes checked(Bytes bytes)
{
    const auto sum = MifareCard::checksum(bytes);
    bytes.push_back(static_cast<std::uint8_t>(sum));
    bytes.push_back(static_cast<std::uint8_t>(sum >> 8));
    return bytes;
}

class MifareCardTest : public testing::Test {
protected:
    Bytes send(const Bytes& bytes, int lastBits = 0)
    {
        const auto answer = card.receive(bytes, lastBits);
        return answer ? answer->bytes : Bytes{};
    }
    void select()
    {
        send({0x26}, 7);
        send({0x93, 0x20});
        EXPECT_EQ(send(checked({0x93, 0x70, 0xde, 0xad, 0xbe, 0xef, 0x22})), checked({0x08}));
    }
    bool open(std::uint8_t block) { return card.authenticate(0x60, block, Bytes(6, 0xff), Bytes{0xde, 0xad, 0xbe, 0xef}); }

    Bytes memory;
    MifareCard card{{0xde, 0xad, 0xbe, 0xef}, memory};
};

// ISO/IEC 14443-3, Annex B, examples 1 and 2.
TEST(MifareChecksum, IsThatOfTheStandard)
{
    EXPECT_EQ(MifareCard::checksum(Bytes{0x00, 0x00}), 0x1ea0);
    EXPECT_EQ(MifareCard::checksum(Bytes{0x12, 0x34}), 0xcf26);
}

TEST_F(MifareCardTest, IsFoundAndSelected)
{
    EXPECT_THAT(send({0x26}, 7), ElementsAre(0x04, 0x00));
    EXPECT_THAT(send({0x93, 0x20}), ElementsAre(0xde, 0xad, 0xbe, 0xef, 0xde ^ 0xad ^ 0xbe ^ 0xef));
    card.leave();
    select();
}

TEST_F(MifareCardTest, ReadsAndWritesAfterTheRightKeyOnly)
{
    select();
    EXPECT_THAT(send(checked({0x30, 8})), ElementsAre(0x04));
    ASSERT_TRUE(open(8));
    EXPECT_THAT(send(checked({0xa0, 8})), ElementsAre(0x0a));
    Bytes data(16);
    for (std::size_t i = 0; i < 16; ++i)
        data[i] = static_cast<std::uint8_t>(i);
    EXPECT_THAT(send(checked(data)), ElementsAre(0x0a));
    EXPECT_EQ(send(checked({0x30, 8})), checked(data));
    EXPECT_THAT(send(checked({0x30, 12})), ElementsAre(0x04)) << "another sector";
    EXPECT_FALSE(card.authenticate(0x60, 12, Bytes(6, 0x00), Bytes{0xde, 0xad, 0xbe, 0xef}));
}

TEST_F(MifareCardTest, AHaltedCardAnswersToWakeUpOnly)
{
    select();
    send(checked({0x50, 0x00}));
    EXPECT_TRUE(send({0x26}, 7).empty());
    EXPECT_THAT(send({0x52}, 7), ElementsAre(0x04, 0x00));
}

// ISO/IEC 14443-3, section 6.3.
TEST_F(MifareCardTest, TakesACallInAConversationForAnError)
{
    select();
    EXPECT_TRUE(send({0x26}, 7).empty());
    EXPECT_THAT(send({0x26}, 7), ElementsAre(0x04, 0x00));
    send(checked({0x50, 0x00}));
    EXPECT_TRUE(send({0x26}, 7).empty()) << "HALT is not for a card that is not selected";
    select();
    send(checked({0x50, 0x00}));
    EXPECT_THAT(send({0x52}, 7), ElementsAre(0x04, 0x00));
    EXPECT_TRUE(send({0x52}, 7).empty());
    EXPECT_TRUE(send({0x26}, 7).empty()) << "it is halted again";
}

TEST_F(MifareCardTest, KeepsWhatWasWrittenInItsMemory)
{
    select();
    ASSERT_TRUE(open(8));
    send(checked({0xa0, 8}));
    send(checked(Bytes(16, 0x5a)));
    MifareCard again{{1, 2, 3, 4}, memory};
    again.receive(Bytes{0x26}, 7);
    EXPECT_THAT(again.receive(Bytes{0x93, 0x20}, 0)->bytes, ElementsAre(0xde, 0xad, 0xbe, 0xef, 0x22)) << "the same card";
    EXPECT_EQ(memory[8 * 16], 0x5a);
}

TEST_F(MifareCardTest, ABrokenChecksumIsRefused)
{
    select();
    open(4);
    EXPECT_THAT(send({0x30, 4, 0, 0}), ElementsAre(0x05));
}

}  // namespace
}  // namespace coroboard::parts
