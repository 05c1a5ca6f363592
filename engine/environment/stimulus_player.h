// SPDX-License-Identifier: MIT
#pragma once
// StimulusPlayer: pulls one stimulus's samples and sets each when its time has come: the consumer of the generator, as a task of the loop
// that everybody can see waiting ("stimulus temperature"). Takes its first sample at once. Destroying it ends the stimulus and leaves the
// quantity where it is. A stimulus that lasts puts it back where it was. Used from the loop's thread only.

#include <functional>
#include <string>

#include "environment/stimulus.h"
#include "time/timeline.h"

namespace coroboard::environment {

class StimulusPlayer {
public:
    // `present` is where the quantity is now; `set` moves it.
    StimulusPlayer(time::EventLoop& loop, const std::string& name, Stimulus stimulus, std::uint64_t seed,
                   double present, std::function<void(double)> set);
    StimulusPlayer(const StimulusPlayer&) = delete;
    StimulusPlayer& operator=(const StimulusPlayer&) = delete;

    const Stimulus& stimulus() const { return m_stimulus; }
    time::VirtualTime begin() const { return m_begin; }
    // It will move nothing any more.
    bool ended() const { return m_ended; }

private:
    time::Task<void> play();
    void set(double value) { m_set(m_stimulus.reference == Reference::Present ? m_before + value : value); }

    time::Timeline m_timeline;
    Stimulus m_stimulus;
    double m_before;
    std::function<void(double)> m_set;
    time::Generator<StimulusSample> m_samples;
    time::VirtualTime m_begin;
    bool m_ended = false;
};

}  // namespace coroboard::environment
