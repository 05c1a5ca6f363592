// SPDX-License-Identifier: GPL-3.0-or-later
#include "start/board_portrait.h"

#include <QElapsedTimer>

#include "board_view/board_view.h"
#include "simulation/board_files.h"
#include "simulation/run_record.h"
#include "simulation/simulation.h"

namespace coroboard::gui {

namespace {

constexpr auto moment = std::chrono::milliseconds(1130);     // of virtual time: most programs have lit something by then
constexpr qint64 patience = 120;                             // milliseconds of ours

// The files of an example stay as they are: what runs is a replay, which has a copy of them. Null if there is no program.
std::shared_ptr<const simulation::RunRecord> runOf(const QString& path, const board::BoardProfile& profile)
{
    if (path.isEmpty()) return nullptr;
    auto program = program::loadProgram(path.toStdString());
    if (!program) return nullptr;
    auto flash = modules::readFlash(&*program, {}, profile.chip.flashBytes);
    if (!flash) return nullptr;
    auto run = std::make_shared<simulation::RunRecord>();
    run->profile = std::make_shared<const board::BoardProfile>(profile);
    run->start.program = std::make_shared<const program::Program>(std::move(*program));
    run->start.flash = std::move(*flash);
    run->end = time::powerOn + 2 * moment;
    return run;
}

}  // namespace

QPixmap boardPortrait(const QString& boardFile, const QString& program, const QSize& size)
{
    const auto profile = simulation::findBoard(boardFile.toStdString());
    if (!profile) return {};
    BoardView view;
    view.setAttribute(Qt::WA_DontShowOnScreen);
    view.resize(size);
    view.setBoard(*profile);
    view.fit();
    if (const auto run = runOf(program, *profile)) {
        QElapsedTimer clock;
        clock.start();
        simulation::SimulationOptions options;
        options.shouldReturn = [&clock] { return clock.elapsed() > patience; };
        options.replay = run;
        if (auto made = simulation::Simulation::create(*profile, nullptr, std::move(options))) {
            (*made)->runUntil(time::powerOn + moment);
            view.show((*made)->snapshot(simulation::TaskDetail::Without));
        }
    }
    return view.grab();
}

}  // namespace coroboard::gui
