// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SoundOutput: what takes samples and makes them heard: the computer's sound device, or a test.

#include <QString>
#include <functional>
#include <memory>
#include <span>

namespace coroboard::gui {

class SoundOutput {
public:
    static constexpr int sampleRate = 48'000;

    using Render = std::function<void(std::span<float>)>;

    SoundOutput() = default;
    SoundOutput(const SoundOutput&) = delete;
    SoundOutput& operator=(const SoundOutput&) = delete;
    virtual ~SoundOutput() = default;

    // Asks for the samples of one channel from now on, on a thread of its own choice. Says why it cannot, or nothing.
    virtual QString start(Render render) = 0;
    virtual void stop() = 0;
};

// The device the desktop prefers (Qt Multimedia).
std::unique_ptr<SoundOutput> makeDeviceOutput();

}  // namespace coroboard::gui
