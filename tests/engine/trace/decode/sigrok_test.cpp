// SPDX-License-Identifier: MIT
// The same traffic through our decoders and through sigrok's, which reads it from our VCD file: both must say the same.

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include <unistd.h>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "engine/trace/decode/waveform.h"
#include "trace/vcd_writer.h"

namespace coroboard::trace::decode {
namespace {

class SigrokTest : public testing::Test {
protected:
    void SetUp() override
    {
        if (std::system("command -v sigrok-cli >/dev/null 2>&1") != 0) GTEST_SKIP() << "sigrok-cli is not installed";
    }
    void TearDown() override { std::filesystem::remove(path); }

    // The annotations sigrok prints, "i2c-1: Start", without their decoder's name, joined by '|'. `step` is its sampling interval in ns.
    std::string sigrok(const Waveform& wave, const std::string& decoders, const std::string& shown, int step)
    {
        {
            std::ofstream stream(path);
            VcdWriter writer(stream, wave.signals);
            for (const SignalChange& change : wave.changes) writer.add(change);
            writer.finish(wave.now);
        }
        const std::string command = fmt::format("sigrok-cli -I vcd:downsample={} -i '{}' -P {} -A {} 2>/dev/null", step, path.string(), decoders, shown);
        FILE* pipe = ::popen(command.c_str(), "r");
        std::string result;
        std::array<char, 4096> line{};
        while (std::fgets(line.data(), line.size(), pipe)) {
            std::string text(line.data());
            text = text.substr(text.find(": ") + 2);
            while (!text.empty() && text.back() == '\n') text.pop_back();
            result += (result.empty() ? "" : "|") + text;
        }
        ::pclose(pipe);
        return result;
    }

    std::filesystem::path path = std::filesystem::temp_directory_path() / fmt::format("coroboard-decode-{}.vcd", ::getpid());
    std::mt19937 random{7};
};

// Ours in sigrok's words.
std::string inSigroksWords(const DecodeRun& run, std::size_t row = 0)
{
    std::string result;
    bool reads = false;
    for (const Annotation& each : run.all(row)) {
        std::string text;
        switch (each.reading) {
        case Reading::Start: text = "Start"; break;
        case Reading::RepeatedStart: text = "Start repeat"; break;
        case Reading::Stop: text = "Stop"; break;
        case Reading::Acknowledge: text = "ACK"; break;
        case Reading::NoAcknowledge: text = "NACK"; break;
        case Reading::AddressWrite:
        case Reading::AddressRead:
            reads = each.reading == Reading::AddressRead;
            text = fmt::format("Address {}: {:02X}", reads ? "read" : "write", each.value);
            break;
        case Reading::Data: text = fmt::format("Data {}: {:02X}", reads ? "read" : "write", each.value); break;
        default: text = fmt::format("{:02X}", each.value);
        }
        result += (result.empty() ? "" : "|") + text;
    }
    return result;
}

std::string bytes(const DecodeRun& run, std::size_t row = 0)
{
    std::string result;
    for (const Annotation& each : run.all(row)) result += fmt::format("{}{:02X}", result.empty() ? "" : "|", each.value);
    return result;
}

TEST_F(SigrokTest, i2c)
{
    Waveform wave{"scl", "sda"};
    I2cMaster master{wave};
    master.idle();
    for (int transfer = 0; transfer < 20; ++transfer) {
        master.start();
        master.byte(int(random() % 0x70 + 8) << 1);
        master.byte(int(random() % 256));
        master.start();
        master.byte(int(random() % 0x70 + 8) << 1 | 1);
        for (unsigned i = random() % 4; i > 0; --i) master.byte(int(random() % 256));
        master.byte(int(random() % 256), false);
        master.stop();
    }
    // sigrok prints the direction as an annotation of its own.
    std::string theirs = sigrok(wave, "i2c:scl=scl:sda=sda", "i2c=addr-data", 100);
    for (const char* extra : {"|Write", "|Read"})
        for (std::size_t at; (at = theirs.find(extra)) != std::string::npos;) theirs.erase(at, std::string(extra).size());
    EXPECT_EQ(inSigroksWords(wave.decode({"i2c", {"scl", "sda"}, {}})), theirs);
}

TEST_F(SigrokTest, spi)
{
    for (int mode = 0; mode < 4; ++mode) {
        Waveform wave{"sck", "mosi", "miso", "cs"};
        wave.set("sck", mode & 2).set("cs", true).wait(5us).set("cs", false).wait(1us);
        for (int word = 0; word < 40; ++word) spiWord(wave, mode, int(random() % 256), int(random() % 256));
        wave.wait(1us).set("cs", true).wait(5us);
        const DecodeRun run = wave.decode({"spi", {"sck", "mosi", "miso", "cs"}, {{"mode", mode}}});
        const std::string decoder = fmt::format("spi:clk=sck:mosi=mosi:miso=miso:cs=cs:cpol={}:cpha={}", mode >> 1, mode & 1);
        EXPECT_EQ(bytes(run, 0), sigrok(wave, decoder, "spi=mosi-data", 100)) << mode;
        EXPECT_EQ(bytes(run, 1), sigrok(wave, decoder, "spi=miso-data", 100)) << mode;
    }
}

TEST_F(SigrokTest, uart)
{
    Waveform wave{"tx"};
    wave.set("tx", true).wait(1ms);
    for (int i = 0; i < 64; ++i) uartCharacter(wave, int(random() % 256), 115200, 1);
    wave.wait(1ms);
    EXPECT_EQ(bytes(wave.decode({"uart", {"tx"}, {{"rate", 115200}, {"parity", 1}}})),
              sigrok(wave, "uart:tx=tx:baudrate=115200:parity=even", "uart=tx-data", 100));
}

TEST_F(SigrokTest, oneWire)
{
    Waveform wave{"dq"};
    OneWireMaster master{wave};
    wave.set("dq", true).wait(1ms);
    for (int i = 0; i < 8; ++i) {
        master.reset(true);
        for (const int each : {0xcc, int(random() % 256), int(random() % 256)}) master.byte(each);
    }
    wave.wait(2ms);
    std::string ours;
    const DecodeRun run = wave.decode({"onewire", {"dq"}, {}});
    for (const Annotation& each : run.all(0)) {
        const auto add = [&](const std::string& text) { ours += (ours.empty() ? "" : "|") + text; };
        if (each.reading == Reading::Presence) add("Reset/presence: true");
        else if (each.reading == Reading::Command && each.value == 0xcc) add("ROM command: 0xcc 'Skip ROM'");
        else if (each.reading != Reading::Reset) add(fmt::format("Data: 0x{:02x}", each.value));
    }
    EXPECT_EQ(ours, sigrok(wave, "onewire_link:owr=dq,onewire_network", "onewire_network", 1000));
}

TEST_F(SigrokTest, neoPixel)
{
    Waveform wave{"din"};
    wave.set("din", false).wait(300us);
    for (int i = 0; i < 30; ++i) pixel(wave, int(random() % 256), int(random() % 256), int(random() % 256));
    wave.wait(300us);
    std::string ours;
    const DecodeRun run = wave.decode({"neopixel", {"din"}, {}});
    for (const Annotation& each : run.all(0))
        if (each.reading == Reading::Pixel) ours += fmt::format("{}#{:06x}", ours.empty() ? "" : "|", each.value & 0xffffff);
    EXPECT_EQ(ours, sigrok(wave, "rgb_led_ws281x:din=din", "rgb_led_ws281x=rgb", 50));
}

}  // namespace
}  // namespace coroboard::trace::decode
