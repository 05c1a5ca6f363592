// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ToneMixer: what the board's buzzers sound like, as samples: a square wave each, with its frequency and duty, without the clicks and the
// false tones that hard edges make (PolyBLEP: Välimäki and Huovilainen, "Antialiasing Oscillators in Subtractive Synthesis", 2007).
// Tones are set by the window's thread, samples taken by whatever thread the sound device has.

#include <mutex>
#include <span>
#include <vector>

namespace coroboard::gui {

struct Tone {
    double frequency = 0;        // hertz; 0: silent
    double duty = 0.5;           // 0…1
    bool operator==(const Tone&) const = default;
};

class ToneMixer {
public:
    explicit ToneMixer(double sampleRate) : m_rate(sampleRate) {}

    // One a buzzer, always in the same order.
    void setTones(const std::vector<Tone>& tones);
    // 0…1, as one hears it.
    void setVolume(double volume);

    // The next samples of one channel, -1…1.
    void render(std::span<float> samples);

private:
    struct Voice {
        Tone tone;
        double phase = 0;        // 0…1 of the period
        double gain = 0;         // goes up and down within some milliseconds
    };

    double next(Voice& voice) const;

    std::mutex m_mutex;
    double m_rate;
    double m_volume = 0.5;
    double m_smoothed = 0;
    std::vector<Voice> m_voices;
};

}  // namespace coroboard::gui
