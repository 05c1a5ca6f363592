// SPDX-License-Identifier: MIT
#include "trace/decode/protocols.h"

#include <gtest/gtest.h>

#include "engine/trace/decode/waveform.h"

namespace coroboard::trace::decode {
namespace {

const DecodeSettings i2c{"i2c", {"scl", "sda"}, {}};

TEST(I2cDecoder, ReadsARegisterRead)
{
    Waveform wave{"scl", "sda"};
    I2cMaster master{wave};
    master.idle();
    master.start();
    master.byte(0x18 << 1);
    master.byte(0x05);
    master.start();
    master.byte(0x18 << 1 | 1);
    master.byte(0xc1);
    master.byte(0x60, false);
    master.stop();
    const DecodeRun run = wave.decode(i2c);
    EXPECT_EQ(texts(run), "Start|Write to 0x18|ACK|0x05|ACK|Repeated start|Read from 0x18|ACK|0xC1|ACK|0x60|NACK|Stop");
    const Annotation& address = run.all(0)[1];
    EXPECT_EQ(address.to - address.from, 75us) << "from the first bit's rise to the eighth bit's fall";
    for (std::size_t i = 1; i < run.all(0).size(); ++i) EXPECT_GE(run.all(0)[i].from, run.all(0)[i - 1].to);
}

TEST(I2cDecoder, SaysWhenAByteIsCutShortAndWhenNobodyAnswers)
{
    Waveform wave{"scl", "sda"};
    I2cMaster master{wave};
    master.idle();
    master.start();
    master.byte(0x42 << 1, false);
    master.stop();
    master.start();
    for (int i = 0; i < 3; ++i) master.bit(true);
    master.stop();
    EXPECT_EQ(texts(wave.decode(i2c)), "Start|Write to 0x42|NACK|Stop|Start|Cut short|Stop");
    EXPECT_TRUE(isTrouble(Reading::NoAcknowledge));
    EXPECT_TRUE(isTrouble(Reading::CutShort));
    EXPECT_FALSE(isTrouble(Reading::Data));
}

TEST(SpiDecoder, ReadsAllModesBothWays)
{
    for (int mode = 0; mode < 4; ++mode) {
        Waveform wave{"sck", "mosi", "miso", "cs"};
        wave.set("sck", mode & 2).set("cs", true).wait(5us).set("cs", false).wait(1us);
        spiWord(wave, mode, 0x9f, 0x00);
        spiWord(wave, mode, 0x00, 0xef);
        wave.wait(1us).set("cs", true).wait(5us);
        const DecodeRun run = wave.decode({"spi", {"sck", "mosi", "miso", "cs"}, {{"mode", mode}}});
        EXPECT_EQ(texts(run, 0), "0x9F|0x00") << mode;
        EXPECT_EQ(texts(run, 1), "0x00|0xEF") << mode;
    }
}

TEST(SpiDecoder, WhatAnUnselectedChipHearsIsNothing)
{
    Waveform wave{"sck", "mosi", "miso", "cs"};
    wave.set("sck", false).set("cs", true).wait(1us);
    spiWord(wave, 0, 0x55, 0x55);
    wave.set("cs", false).wait(1us);
    spiWord(wave, 0, 0x3, 0, 3);
    wave.set("cs", true).wait(1us);
    EXPECT_EQ(texts(wave.decode({"spi", {"sck", "mosi", "", "cs"}, {}}), 0), "Cut short");
    const DecodeRun loose = wave.decode({"spi", {"sck", "mosi", "", ""}, {}});
    EXPECT_EQ(texts(loose, 0), "0x55");
    EXPECT_EQ(texts(loose, 1), "");
}

TEST(SpiDecoder, ReadsWideWordsAndLeastFirst)
{
    Waveform wave{"sck", "mosi", "miso"};
    wave.set("sck", false).wait(1us);
    spiWord(wave, 0, 0x1234, 0, 16);
    EXPECT_EQ(texts(wave.decode({"spi", {"sck", "mosi", "", ""}, {{"bits", 16}}})), "0x1234");
    EXPECT_EQ(texts(wave.decode({"spi", {"sck", "mosi", "", ""}, {{"bits", 16}, {"order", 1}}})), "0x2C48");
}

Waveform hello(double rate, int parity = 0)
{
    Waveform wave{"tx"};
    wave.set("tx", true).wait(5ms);
    for (const char each : std::string("Hi U\r\n")) uartCharacter(wave, each, rate, parity);
    wave.wait(50ms);
    return wave;
}

TEST(UartDecoder, FindsTheRateOut)
{
    for (const double rate : {9600.0, 31250.0, 115200.0, 921600.0}) {
        const DecodeRun run = hello(rate).decode({"uart", {"tx"}, {}});
        EXPECT_EQ(texts(run), "H 0x48|i 0x69|SP|U 0x55|CR|LF") << rate;
        EXPECT_NEAR(double((run.all(0)[0].to - run.all(0)[0].from).count()), 10e9 / rate, 1);
    }
}

TEST(UartDecoder, ChecksParityAndFrames)
{
    EXPECT_EQ(texts(hello(9600, 1).decode({"uart", {"tx"}, {{"rate", 9600}, {"parity", 1}}})), "H 0x48|i 0x69|SP|U 0x55|CR|LF");
    EXPECT_EQ(texts(hello(9600, 1).decode({"uart", {"tx"}, {{"rate", 9600}, {"parity", 2}}})).rfind("Parity error 0x48", 0), 0u);
    Waveform wave{"tx"};
    wave.set("tx", true).wait(1ms).set("tx", false).wait(3ms).set("tx", true).wait(1ms);
    uartCharacter(wave, 'A', 4800);
    wave.wait(5ms);
    EXPECT_EQ(texts(wave.decode({"uart", {"tx"}, {{"rate", 9600}}})).rfind("Break", 0), 0u);
}

TEST(OneWireDecoder, ReadsCommandsByName)
{
    Waveform wave{"dq"};
    OneWireMaster master{wave};
    wave.set("dq", true).wait(1ms);
    master.reset(true);
    for (const int each : {0xcc, 0xbe, 0x50, 0x05}) master.byte(each);
    master.reset(false);
    master.byte(0x33);
    for (const int each : {0x28, 1, 2, 3, 4, 5, 6, 0x7f, 0x44}) master.byte(each);
    EXPECT_EQ(texts(wave.decode({"onewire", {"dq"}, {}})),
              "Reset|Presence|Skip ROM 0xCC|Read scratchpad 0xBE|0x50|0x05|"
              "Reset|Read ROM 0x33|0x28|0x01|0x02|0x03|0x04|0x05|0x06|0x7F|Convert 0x44");
}

TEST(OneWireDecoder, ShowsWhatASearchFound)
{
    const std::uint64_t code = 0x7f06050403020128;
    Waveform wave{"dq"};
    OneWireMaster master{wave};
    wave.set("dq", true).wait(1ms);
    master.reset(true);
    master.byte(0xf0);
    for (int place = 0; place < 64; ++place) {
        const bool bit = code >> place & 1;
        for (const bool each : {bit, !bit, bit}) master.low(each ? 6us : 60us, 70us);
    }
    EXPECT_EQ(texts(wave.decode({"onewire", {"dq"}, {}})), "Reset|Presence|Search ROM 0xF0|Found 7F06050403020128");
}

TEST(PixelDecoder, NumbersThePixelsBetweenLatches)
{
    Waveform wave{"din"};
    wave.set("din", false).wait(300us);
    pixel(wave, 0x10, 0xff, 0x00);
    pixel(wave, 0x00, 0x00, 0x7f);
    wave.wait(300us);
    pixel(wave, 1, 2, 3);
    EXPECT_EQ(texts(wave.decode({"neopixel", {"din"}, {}})), "#0 FF1000|#1 00007F|Latch|#0 020103");
    EXPECT_EQ(texts(wave.decode({"neopixel", {"din"}, {{"order", 1}}})), "#0 10FF00|#1 00007F|Latch|#0 010203");
}

TEST(DecodeRun, SaysTheSameHoweverFewEdgesItGetsAtOnce)
{
    const Waveform wave = hello(9600);
    const DecodeRun whole = wave.decode({"uart", {"tx"}, {}});
    const DecodeRun pieces = wave.decode({"uart", {"tx"}, {}}, 1);
    EXPECT_EQ(whole.all(0), pieces.all(0));
}

TEST(DecodeRun, FindsWhatTouchesAStretch)
{
    const DecodeRun run = hello(9600).decode({"uart", {"tx"}, {}});
    const auto& all = run.all(0);
    const auto some = run.within(0, all[1].from + 10us, all[3].from + 10us);
    ASSERT_EQ(some.size(), 3u);
    EXPECT_EQ(some.front().value, std::uint64_t{'i'});
    EXPECT_TRUE(run.within(0, time::powerOn, time::powerOn + 1ms).empty());
}

TEST(DecodeRun, KeepsTheNewestAndCountsTheRest)
{
    Waveform wave{"tx"};
    wave.set("tx", true).wait(1ms);
    for (int i = 0; i < 300; ++i) uartCharacter(wave, i & 0x7f, 115200);
    wave.wait(1ms);
    SignalHistory history(wave.signals);
    for (const SignalChange& change : wave.changes) history.add(change);
    const std::vector<DigitalWave> lines{DigitalWave(history.capture(wave.now).views[0], {}, wave.now)};
    DecodeRun run({"uart", {"tx"}, {{"rate", 115200}}}, 100);
    while (!run.advance(lines, 50)) {
    }
    EXPECT_LE(run.all(0).size(), 100u);
    EXPECT_EQ(run.all(0).size() + run.dropped(), 300u);
    EXPECT_EQ(run.all(0).back().value, 299u & 0x7f);
}

TEST(Protocols, EveryOneOfThemCanBeMade)
{
    for (const ProtocolDescription& protocol : protocols()) {
        DecodeSettings settings{protocol.id, {}, {}};
        for (const OptionDescription& option : protocol.options) settings.options[option.id] = option.choices.back().value;
        EXPECT_TRUE(makeDecoder(settings)) << protocol.id;
    }
    EXPECT_EQ(findProtocol("can"), nullptr);
}

}  // namespace
}  // namespace coroboard::trace::decode
