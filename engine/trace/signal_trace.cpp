// SPDX-License-Identifier: MIT
#include "trace/signal_trace.h"

#include <algorithm>
#include <utility>

#include "base/ensure.h"

namespace coroboard::trace {

SignalTrace::SignalTrace(std::size_t changesPerSignal) : m_capacity(changesPerSignal)
{
    ENSURE(changesPerSignal > 0, "a signal keeps at least one change");
}

std::size_t SignalTrace::declare(SignalDescription description)
{
    m_descriptions.push_back(std::move(description));
    m_histories.emplace_back().ring.reserve(m_capacity);
    return m_histories.size() - 1;
}

void SignalTrace::add(const SignalChange& change)
{
    ENSURE(change.signal < m_histories.size(), "a signal is declared before it changes");
    History& history = m_histories[change.signal];
    const Sample sample{change.when, change.value, change.frequency};
    if (history.ring.size() < m_capacity) {
        history.ring.push_back(sample);
    } else {
        history.ring[history.added % m_capacity] = sample;
    }
    ++history.added;
}

const SignalTrace::Sample& SignalTrace::sample(const History& history, std::uint64_t index) const { return history.ring[index % m_capacity]; }

std::uint64_t SignalTrace::first(const History& history) const { return history.added - history.ring.size(); }

std::vector<SignalChange> SignalTrace::changes(std::size_t signal) const
{
    ENSURE(signal < m_histories.size(), "a declared signal");
    const History& history = m_histories[signal];
    std::vector<SignalChange> result;
    result.reserve(history.ring.size());
    for (std::uint64_t i = first(history); i < history.added; ++i) {
        const Sample& kept = sample(history, i);
        result.push_back({signal, kept.when, kept.value, kept.frequency});
    }
    return result;
}

std::uint64_t SignalTrace::dropped(std::size_t signal) const
{
    ENSURE(signal < m_histories.size(), "a declared signal");
    return first(m_histories[signal]);
}

void SignalTrace::writeTo(SignalSink& sink) const
{
    std::vector<SignalChange> all;
    for (std::size_t signal = 0; signal < m_histories.size(); ++signal) {
        const std::vector<SignalChange> own = changes(signal);
        all.insert(all.end(), own.begin(), own.end());
    }
    std::stable_sort(all.begin(), all.end(), [](const SignalChange& a, const SignalChange& b) { return a.when < b.when; });
    for (const SignalChange& change : all) {
        sink.add(change);
    }
}

}  // namespace coroboard::trace
