// SPDX-License-Identifier: MIT
#pragma once
// IntegrationThread: owns one Simulation and the thread that drives it: drain commands → run a slice → publish → pace.
// Two doors and no third: post() in; snapshot(), console() and the one notification out. All public functions may be called from any one
// thread (the GUI's); none of them waits for the engine, except the destructor, which joins (well under 100 ms).
//
//   IntegrationThread engine(profile, program);
//   engine.setListener([&] { QMetaObject::invokeMethod(&window, &Window::refresh, Qt::QueuedConnection); });
//   engine.post(SetControl{"potentiometer", "position", 0.4});
//   auto snapshot = engine.takeSnapshot();     // in refresh(), and the text is engine.console().read()

#include <atomic>
#include <functional>
#include <memory>
#include <thread>

#include "board/board_profile.h"
#include "program/program.h"
#include "simulation/command.h"
#include "simulation/command_queue.h"
#include "simulation/console_stream.h"
#include "simulation/simulation.h"
#include "simulation/snapshot.h"
#include "simulation/snapshot_exchange.h"

namespace coroboard::simulation {

enum class StartAs { Running, Paused };

struct IntegrationOptions {
    std::uint64_t seed = 1;
    modules::FirmwareFactory firmware;           // empty: MicroPython
    modules::AfterProgram afterProgram = modules::AfterProgram::Repl;
    double speed = 1.0;                          // as SetSpeed
    StartAs start = StartAs::Running;
    std::size_t consoleCapacity = std::size_t{1} << 20;
};

class IntegrationThread {
public:
    // The board is powered on with the program (null: an empty board). A board that cannot be built is reported as a message.
    IntegrationThread(board::BoardProfile profile, std::shared_ptr<const program::Program> program, IntegrationOptions options = {});
    ~IntegrationThread();
    IntegrationThread(const IntegrationThread&) = delete;
    IntegrationThread& operator=(const IntegrationThread&) = delete;

    // False when the queue is full (100,000 commands): the command is not taken. What the simulation refuses comes back as a message
    // in the snapshots (Snapshot::messages keeps the last 32).
    bool post(Command command);

    // The latest snapshot; never null. takeSnapshot() also asks for the next notification.
    std::shared_ptr<const Snapshot> takeSnapshot();
    std::shared_ptr<const Snapshot> snapshot() const;

    // Called on the integration thread when there is a new snapshot or new console text and no notification is pending (at most one is).
    // It must only pass the word on. Snapshots are published at most about 120 times a wall second, and at once after a command.
    void setListener(std::function<void()> listener);

    // The board's serial output; tracebacks appear in it as on a real board. Read by one thread.
    ConsoleStream& console();

private:
    class Runner;
    CommandQueue m_commands;
    SnapshotExchange m_exchange;
    ConsoleStream m_console;
    std::unique_ptr<Runner> m_runner;
    std::thread m_thread;
};

}  // namespace coroboard::simulation
