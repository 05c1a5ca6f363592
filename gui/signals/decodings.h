// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Decodings: the decoders at work for the lanes, each on the same recording as the plot. Called once a frame; a frame reads only so many
// edges, so that opening a decoder on a long recording never stops the window: it fills in over the next frames.

#include <memory>
#include <vector>

#include "signals/lane_model.h"
#include "trace/decode/decode_run.h"
#include "trace/signal_view.h"

namespace coroboard::gui {

class Decodings {
public:
    enum class Progress { Done, More };

    // Takes up the lanes and the recording as they are; those of lanes that are gone are forgotten.
    Progress advance(const LaneModel& lanes, const trace::SignalCapture& capture);

    // Null for a lane that is not decoded, or not yet.
    const trace::decode::DecodeRun* find(const Lane& lane) const;

private:
    struct Work {
        trace::decode::DecodeSettings settings;
        trace::decode::DecodeRun run;
    };

    std::vector<std::unique_ptr<Work>> m_work;
    std::uint64_t m_recording = 0;
    const void* m_signals = nullptr;
};

}  // namespace coroboard::gui
