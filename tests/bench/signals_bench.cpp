// SPDX-License-Identifier: MIT
// The logic analyser with ten million edges: recording them, and painting a frame of eight lanes at several zooms.

#include <benchmark/benchmark.h>

#include <QApplication>
#include <QImage>
#include <random>

#include "signals/signals_canvas.h"
#include "trace/signal_history.h"

namespace {

using namespace coroboard;
using namespace std::chrono_literals;

constexpr int edges = 10'000'000;
constexpr int lanes = 8;
constexpr std::size_t room = std::size_t{1} << 30;

std::vector<trace::SignalDescription> describe(trace::SignalKind kind)
{
    std::vector<trace::SignalDescription> signals;
    for (int lane = 0; lane < lanes; ++lane) signals.push_back({"GP" + std::to_string(lane), kind, "mV"});
    return signals;
}

// Bursts with rests between them, as traffic is: ten million changes in about 20 s, spread over eight signals.
void fill(trace::SignalHistory& history, trace::SignalKind kind)
{
    std::minstd_rand random(1);
    time::VirtualTime when = time::powerOn;
    for (int i = 0; i < edges; ++i) {
        when += time::Duration{i % 5000 == 0 ? 5'000'000 : 500 + random() % 1000};
        const auto signal = static_cast<std::size_t>(i % lanes);
        history.add({signal, when, kind == trace::SignalKind::Digital ? double(i / lanes % 2) : double(random() % 3300), 0, {}});
    }
}

struct Recorded {
    explicit Recorded(trace::SignalKind kind) : history(describe(kind), room)
    {
        fill(history, kind);
        capture = history.capture(time::powerOn + 21s);
    }
    trace::SignalHistory history;
    trace::SignalCapture capture;
};

void recordEdges(benchmark::State& state)
{
    std::size_t bytes = 0;
    for (auto _ : state) {
        trace::SignalHistory history(describe(trace::SignalKind::Digital), room);
        fill(history, trace::SignalKind::Digital);
        bytes = history.bytes();
    }
    state.counters["bytes_per_edge"] = double(bytes) / edges;
    state.SetItemsProcessed(state.iterations() * edges);
}
BENCHMARK(recordEdges)->Unit(benchmark::kMillisecond);

void captureAll(benchmark::State& state)
{
    static const Recorded recorded(trace::SignalKind::Digital);
    for (auto _ : state) benchmark::DoNotOptimize(recorded.history.capture(time::powerOn + 21s));
}
BENCHMARK(captureAll);

void paint(benchmark::State& state, const Recorded& recorded, gui::LaneKind kind)
{
    gui::LaneModel model;
    for (int lane = 0; lane < lanes; ++lane) {
        const QString name = QStringLiteral("GP%1").arg(lane);
        model.insert(lane, {name, kind, name, lane, 48, {}});
    }
    gui::SignalsCanvas canvas(model);
    canvas.resize(1600, gui::SignalsCanvas::rulerHeight + lanes * 48);
    canvas.show(recorded.capture);
    const double span = static_cast<double>(state.range(0));
    QImage image(canvas.size(), QImage::Format_ARGB32_Premultiplied);
    canvas.showSpan(5e9, 5e9 + span);
    for (auto _ : state) canvas.render(&image);
}

void paintWaves(benchmark::State& state)
{
    static const Recorded recorded(trace::SignalKind::Digital);
    paint(state, recorded, gui::LaneKind::Digital);
}
BENCHMARK(paintWaves)->Unit(benchmark::kMillisecond)->Arg(10'000)->Arg(1'000'000)->Arg(100'000'000)->Arg(16'000'000'000);

void paintValues(benchmark::State& state)
{
    static const Recorded recorded(trace::SignalKind::Analog);
    paint(state, recorded, gui::LaneKind::Analog);
}
BENCHMARK(paintValues)->Unit(benchmark::kMillisecond)->Arg(10'000)->Arg(1'000'000)->Arg(100'000'000)->Arg(16'000'000'000);

}  // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
