// SPDX-License-Identifier: MIT
#include "environment/stimulus_player.h"

#include <utility>

namespace coroboard::environment {

StimulusPlayer::StimulusPlayer(time::EventLoop& loop, const std::string& name, Stimulus stimulus, std::uint64_t seed,
                               double present, std::function<void(double)> set)
    : m_timeline(loop, "stimulus", time::TaskKind::stimulus),
      m_stimulus(std::move(stimulus)),
      m_before(present),
      m_set(std::move(set)),
      m_samples(samples(m_stimulus, seed)),
      m_begin(loop.now())
{
    if (const auto first = m_samples.next())
        this->set(first->value);
    m_timeline.spawn(play(), "stimulus " + name);
}

time::Task<void> StimulusPlayer::play()
{
    while (const auto sample = m_samples.next()) {
        co_await m_timeline.until(m_begin + sample->when);
        set(sample->value);
    }
    if (m_stimulus.lasts.count() > 0) {
        co_await m_timeline.until(m_begin + m_stimulus.lasts);
        m_set(m_before);
    }
    m_ended = true;
}

}  // namespace coroboard::environment
