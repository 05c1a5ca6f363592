// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation_link/simulation_link.h"

#include <QMetaObject>
#include <algorithm>

namespace coroboard::gui {

namespace {

constexpr int frameMilliseconds = 16;
constexpr int eagerMilliseconds = 6;
constexpr int answerMilliseconds = 100;      // after a command
// What the console can lay out within a frame; the rest follows in the next ones.
constexpr std::size_t consoleBytesPerFrame = 128 * 1024;

}  // namespace

SimulationLink::SimulationLink(simulation::IntegrationOptions options, QObject* parent)
    : QObject(parent), m_options(std::move(options)), m_snapshot(std::make_shared<simulation::Snapshot>())
{
    m_frame.setSingleShot(true);
    m_frame.setTimerType(Qt::PreciseTimer);
    connect(&m_frame, &QTimer::timeout, this, &SimulationLink::pull);
}

SimulationLink::~SimulationLink()
{
    if (m_engine) m_engine->setListener({});
}

void SimulationLink::openBoard(board::BoardProfile profile, std::shared_ptr<const program::Program> program)
{
    m_profile = std::move(profile);
    if (m_engine) {
        post(simulation::OpenBoard{m_profile, std::move(program)});
    } else {
        m_engine = std::make_unique<simulation::IntegrationThread>(m_profile, std::move(program), m_options);
        m_engine->setListener([this] { QMetaObject::invokeMethod(this, &SimulationLink::wake, Qt::QueuedConnection); });
    }
    Q_EMIT boardOpened();
    wake();
}

void SimulationLink::replay(std::shared_ptr<const simulation::RunRecord> record)
{
    if (!m_engine) openBoard(*record->profile, nullptr);
    m_replayed = std::move(record);
    m_profile = *m_replayed->profile;
    post(simulation::OpenBoard{m_profile, nullptr, m_replayed});
    Q_EMIT boardOpened();
    wake();
}

void SimulationLink::run(std::shared_ptr<const program::Program> program) { start({std::move(program)}); }

void SimulationLink::start(const simulation::RunProgram& how)
{
    post(how);
    // To resume would end the step it begins with.
    if (m_snapshot->paused && how.how == modules::Proceed::Run && !how.until) resume();
}

void SimulationLink::stop() { post(simulation::StopProgram{}); }

void SimulationLink::reset() { post(simulation::ResetBoard{}); }

void SimulationLink::pause() { post(simulation::Pause{}); }

void SimulationLink::resume() { post(simulation::Resume{}); }

void SimulationLink::step(simulation::StepTo to) { post(simulation::StepBoard{to}); }

void SimulationLink::setBreakpoints(const std::vector<modules::Breakpoint>& breakpoints) { post(simulation::SetBreakpoints{breakpoints}); }

void SimulationLink::stepLine(modules::Proceed how) { post(simulation::StepLine{how}); }

void SimulationLink::runTo(const modules::Breakpoint& place) { post(simulation::RunTo{place}); }

void SimulationLink::setSpeed(double factor)
{
    m_options.speed = factor;
    post(simulation::SetSpeed{factor});
}

void SimulationLink::setControl(const QString& part, const QString& control, double value)
{
    post(simulation::SetControl{part.toStdString(), control.toStdString(), value});
}

void SimulationLink::type(const QByteArray& bytes) { post(simulation::ConsoleInput{bytes.toStdString()}); }

void SimulationLink::send(const simulation::Command& command) { post(command); }

void SimulationLink::post(simulation::Command command)
{
    if (!m_engine) return;
    m_sinceCommand.start();
    if (m_frame.isActive() && m_frame.remainingTime() > eagerMilliseconds) m_frame.start(eagerMilliseconds);
    const bool taken = m_engine->post(command);
    Q_EMIT posted(command, taken);
}

void SimulationLink::wake()
{
    if (m_frame.isActive()) return;
    const bool eager = m_sinceCommand.isValid() && m_sinceCommand.elapsed() < answerMilliseconds;
    const int frame = eager ? eagerMilliseconds : frameMilliseconds;
    const qint64 since = m_sincePull.isValid() ? m_sincePull.elapsed() : frame;
    m_frame.start(static_cast<int>(std::clamp<qint64>(frame - since, 0, frame)));
}

void SimulationLink::pull()
{
    if (!m_engine) return;
    m_sincePull.start();
    const std::string text = m_engine->console().read(consoleBytesPerFrame);
    if (auto latest = m_engine->takeSnapshot(); latest && latest->sequence != m_snapshot->sequence) {
        m_snapshot = std::move(latest);
        for (const simulation::Message& message : m_snapshot->messages) {
            if (message.number <= m_lastMessage) continue;
            m_lastMessage = message.number;
            Q_EMIT messageArrived(message);
        }
        Q_EMIT snapshotTaken(m_snapshot);
    }
    if (!text.empty()) Q_EMIT consoleWritten(QByteArray(text.data(), static_cast<qsizetype>(text.size())));
    if (text.size() == consoleBytesPerFrame) wake();
}

}  // namespace coroboard::gui
