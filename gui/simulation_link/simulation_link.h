// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SimulationLink: the one place of the window that touches the integration thread. GUI thread; owned by main().
// Commands go in through its slots; what comes out is pulled at most every 16 ms, however often the engine publishes (every 6 ms just after
// a command: whoever drags a slider sees the answer within a frame), and passed on as signals with plain values. It never waits for the engine.

#include <QByteArray>
#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <filesystem>
#include <memory>
#include <vector>

#include "simulation/integration_thread.h"
#include "simulation/run_record.h"

namespace coroboard::gui {

class SimulationLink final : public QObject {
    Q_OBJECT

public:
    explicit SimulationLink(simulation::IntegrationOptions options = {}, QObject* parent = nullptr);
    ~SimulationLink() override;

    // Puts a board (and a program, or none) on the bench; the board that was there is gone.
    void openBoard(board::BoardProfile profile, std::shared_ptr<const program::Program> program);
    // Plays a recorded run again, on its board.
    void replay(std::shared_ptr<const simulation::RunRecord> record);
    // Whether a file is the board of the last recorded run: it is gone with the record.
    bool isReplayedBoard(const std::filesystem::path& file) const { return m_replayed && m_replayed->profile->file == file; }
    bool hasBoard() const { return m_engine != nullptr; }
    const board::BoardProfile& profile() const { return m_profile; }

    // The last snapshot that was passed on; an empty one before the first.
    const std::shared_ptr<const simulation::Snapshot>& snapshot() const { return m_snapshot; }

public Q_SLOTS:
    void run(std::shared_ptr<const coroboard::program::Program> program);
    // The same with what it stops at first.
    void start(const coroboard::simulation::RunProgram& how);
    void stop();
    void reset();
    void pause();
    void resume();
    void step(coroboard::simulation::StepTo to);
    void setBreakpoints(const std::vector<coroboard::modules::Breakpoint>& breakpoints);
    // By line of the program; see modules::Proceed.
    void stepLine(coroboard::modules::Proceed how);
    void runTo(const coroboard::modules::Breakpoint& place);
    void setSpeed(double factor);
    void setControl(const QString& part, const QString& control, double value);
    void type(const QByteArray& bytes);
    // Any other command.
    void send(const coroboard::simulation::Command& command);

Q_SIGNALS:
    void boardOpened();
    void snapshotTaken(const std::shared_ptr<const coroboard::simulation::Snapshot>& snapshot);
    void consoleWritten(const QByteArray& bytes);
    void messageArrived(const coroboard::simulation::Message& message);
    // Every command as it is posted; false when the engine's queue refused it.
    void posted(const coroboard::simulation::Command& command, bool taken);

private:
    void post(simulation::Command command);
    void wake();
    void pull();

    simulation::IntegrationOptions m_options;
    std::unique_ptr<simulation::IntegrationThread> m_engine;
    board::BoardProfile m_profile;
    std::shared_ptr<const simulation::RunRecord> m_replayed;    // its board's files live as long
    std::shared_ptr<const simulation::Snapshot> m_snapshot;
    QTimer m_frame;
    QElapsedTimer m_sincePull;
    QElapsedTimer m_sinceCommand;
    std::uint64_t m_lastMessage = 0;
};

}  // namespace coroboard::gui
