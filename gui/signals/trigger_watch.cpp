// SPDX-License-Identifier: GPL-3.0-or-later
#include "signals/trigger_watch.h"

#include <algorithm>
#include <utility>

namespace coroboard::gui {

namespace {

constexpr std::size_t edgesAFrame = 20'000;

}  // namespace

void TriggerWatch::arm(trace::Trigger trigger, TriggerMode mode, time::VirtualTime since)
{
    m_trigger = std::move(trigger);
    m_mode = mode;
    m_since = since;
    m_last.reset();
}

void TriggerWatch::restart()
{
    m_since = time::powerOn;
    m_last.reset();
}

std::optional<time::VirtualTime> TriggerWatch::advance(const trace::SignalCapture& capture, time::Duration holdOff)
{
    if (m_mode == TriggerMode::Off || m_since >= capture.until) return std::nullopt;
    const trace::TriggerSearch search = findTrigger(capture, m_trigger, m_since, edgesAFrame);
    m_since = search.reached;
    if (!search.found) return std::nullopt;
    m_last = search.found;
    m_since = *search.found + holdOff;
    if (m_mode == TriggerMode::Single) m_mode = TriggerMode::Off;
    return search.found;
}

}  // namespace coroboard::gui
