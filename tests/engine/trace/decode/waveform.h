// SPDX-License-Identifier: MIT
#pragma once
// Waveforms made by hand: lines that are set and time that passes, and the traffic of each bus as a master would make it.

#include <initializer_list>
#include <map>
#include <string>
#include <vector>

#include "trace/decode/decode_run.h"
#include "trace/signal_history.h"

namespace coroboard::trace::decode {

using namespace std::chrono_literals;

class Waveform {
public:
    explicit Waveform(std::initializer_list<const char*> names)
    {
        for (const char* name : names) signals.push_back({name, SignalKind::Digital, ""});
    }

    Waveform& set(const std::string& name, bool level)
    {
        for (std::size_t signal = 0; signal < signals.size(); ++signal)
            if (signals[signal].name == name) changes.push_back({signal, now, double(level), 0, {}});
        return *this;
    }
    Waveform& wait(time::Duration duration)
    {
        now += duration;
        return *this;
    }

    // What a decoder says of it, given all at once or a few edges a call.
    DecodeRun decode(const DecodeSettings& settings, std::size_t edgesAtOnce = 1'000'000) const
    {
        SignalHistory history(signals);
        for (const SignalChange& change : changes) history.add(change);
        const SignalCapture capture = history.capture(now);
        std::vector<DigitalWave> lines;
        for (const std::string& line : settings.lines)
            lines.push_back(line.empty() ? DigitalWave()
                                         : DigitalWave(capture.views[static_cast<std::size_t>(capture.find(line))], {}, capture.until));
        DecodeRun run(settings);
        while (!run.advance(lines, edgesAtOnce)) {
        }
        return run;
    }

    std::vector<SignalDescription> signals;
    std::vector<SignalChange> changes;
    time::VirtualTime now = time::powerOn;
};

// I2C at 100 kHz on the lines scl and sda.
struct I2cMaster {
    Waveform& wave;

    void idle() { wave.set("scl", true).set("sda", true).wait(20us); }
    void start() { wave.set("sda", true).wait(2us).set("scl", true).wait(3us).set("sda", false).wait(5us).set("scl", false).wait(3us); }
    void stop() { wave.set("sda", false).wait(2us).set("scl", true).wait(5us).set("sda", true).wait(20us); }
    void bit(bool level) { wave.set("sda", level).wait(2us).set("scl", true).wait(5us).set("scl", false).wait(3us); }
    void byte(int value, bool acknowledged = true)
    {
        for (int place = 7; place >= 0; --place) bit(value >> place & 1);
        bit(!acknowledged);
    }
};

// One word of SPI at 1 MHz on sck, mosi and miso.
inline void spiWord(Waveform& wave, int mode, int out, int in, int bits = 8)
{
    const bool idle = mode & 2;
    const bool late = mode & 1;
    for (int place = bits - 1; place >= 0; --place) {
        if (late) wave.set("sck", !idle);
        wave.set("mosi", out >> place & 1).set("miso", in >> place & 1).wait(500ns);
        wave.set("sck", late ? idle : !idle).wait(500ns);
        if (!late) wave.set("sck", idle);
    }
}

inline void uartCharacter(Waveform& wave, int value, double rate, int parity = 0)
{
    const auto bit = [&](bool level) { wave.set("tx", level).wait(time::Duration{static_cast<int>(1e9 / rate)}); };
    bit(false);
    bool odd = false;
    for (int place = 0; place < 8; ++place) {
        bit(value >> place & 1);
        odd ^= value >> place & 1;
    }
    if (parity) bit(odd != (parity == 2));
    bit(true);
}

struct OneWireMaster {
    Waveform& wave;

    void low(time::Duration width, time::Duration slot) { wave.set("dq", false).wait(width).set("dq", true).wait(slot - width); }
    void reset(bool answered)
    {
        low(480us, 510us);
        if (answered) low(120us, 480us);
        else wave.wait(480us);
    }
    void byte(int value)
    {
        for (int place = 0; place < 8; ++place) low(value >> place & 1 ? 6us : 60us, 70us);
    }
};

inline void pixel(Waveform& wave, int green, int red, int blue)
{
    const int word = green << 16 | red << 8 | blue;
    for (int place = 23; place >= 0; --place) {
        const bool one = word >> place & 1;
        wave.set("din", true).wait(one ? 800ns : 400ns).set("din", false).wait(one ? 450ns : 850ns);
    }
}

// "Start|Write to 0x18|ACK": a row as one reads it.
inline std::string texts(const DecodeRun& run, std::size_t row = 0)
{
    std::string result;
    for (const Annotation& each : run.all(row)) result += (result.empty() ? "" : "|") + longText(each);
    return result;
}

}  // namespace coroboard::trace::decode
