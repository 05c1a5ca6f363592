// SPDX-License-Identifier: GPL-3.0-or-later
#include "signals/decodings.h"

#include <algorithm>
#include <functional>

#include "signals/lane_data.h"

namespace coroboard::gui {

namespace {

// About four milliseconds of work.
constexpr std::size_t edgesAFrame = 10'000;

}  // namespace

Decodings::Progress Decodings::advance(const LaneModel& lanes, const trace::SignalCapture& capture)
{
    if (capture.recording != m_recording || capture.signals.get() != m_signals) m_work.clear();
    m_recording = capture.recording;
    m_signals = capture.signals.get();
    const auto wanted = [&](const std::unique_ptr<Work>& work) {
        return std::any_of(lanes.lanes().begin(), lanes.lanes().end(), [&](const Lane& lane) { return lane.decode == work->settings; });
    };
    m_work.erase(std::remove_if(m_work.begin(), m_work.end(), std::not_fn(wanted)), m_work.end());
    for (const Lane& lane : lanes.lanes())
        if (lane.decode && !find(lane)) m_work.push_back(std::make_unique<Work>(Work{*lane.decode, trace::decode::DecodeRun(*lane.decode)}));
    Progress progress = Progress::Done;
    for (const auto& work : m_work) {
        std::vector<trace::DigitalWave> lines;
        for (const std::string& line : work->settings.lines)
            lines.push_back(waveOf(capture, QString::fromStdString(line)).value_or(trace::DigitalWave()));
        if (!work->run.advance(lines, edgesAFrame / m_work.size())) progress = Progress::More;
    }
    return progress;
}

const trace::decode::DecodeRun* Decodings::find(const Lane& lane) const
{
    for (const auto& work : m_work)
        if (lane.decode == work->settings) return &work->run;
    return nullptr;
}

}  // namespace coroboard::gui
