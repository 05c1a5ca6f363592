// SPDX-License-Identifier: GPL-3.0-or-later
#include "start/board_portrait.h"

#include <QElapsedTimer>

#include "board_view/board_view.h"
#include "simulation/board_files.h"
#include "simulation/simulation.h"

namespace coroboard::gui {

namespace {

constexpr auto moment = std::chrono::milliseconds(1130);     // of virtual time: most programs have lit something by then
constexpr qint64 patience = 120;                             // milliseconds of ours

// The files of an example stay as they are: the program runs from memory.
std::shared_ptr<const program::Program> loaded(const QString& path)
{
    if (path.isEmpty()) return nullptr;
    auto program = program::loadProgram(path.toStdString());
    if (!program) return nullptr;
    program->folder.clear();
    return std::make_shared<const program::Program>(std::move(*program));
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
    if (auto loadedProgram = loaded(program)) {
        QElapsedTimer clock;
        clock.start();
        simulation::SimulationOptions options;
        options.shouldReturn = [&clock] { return clock.elapsed() > patience; };
        if (auto made = simulation::Simulation::create(*profile, std::move(loadedProgram), std::move(options))) {
            (*made)->runUntil(time::powerOn + moment);
            view.show((*made)->snapshot(simulation::TaskDetail::Without));
        }
    }
    return view.grab();
}

}  // namespace coroboard::gui
