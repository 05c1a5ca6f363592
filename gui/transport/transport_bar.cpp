// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/transport_bar.h"

#include <QAction>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

#include "theme/icons.h"
#include "theme/theme.h"
#include "transport/read_out.h"
#include "transport/time_text.h"

namespace coroboard::gui {

namespace {

QWidget* gap(int width)
{
    auto* widget = new QWidget;
    widget->setFixedWidth(width);
    return widget;
}

QString speedText(double factor)
{
    return factor <= 0 ? TransportBar::tr("Max") : QStringLiteral("%1×").arg(factor);
}

}  // namespace

const std::vector<double>& TransportBar::speeds()
{
    static const std::vector<double> factors{0.1, 0.25, 0.5, 1, 2, 5, 10, 100, 0};
    return factors;
}

TransportBar::TransportBar(const TransportActions& actions, QWidget* parent) : QToolBar(tr("Transport"), parent)
{
    setObjectName(QStringLiteral("transport"));
    setMovable(false);
    setFloatable(false);
    setIconSize(QSize(18, 18));
    setContextMenuPolicy(Qt::PreventContextMenu);

    addAction(actions.start);
    addWidget(gap(spacing::tight));
    auto* run = new QToolButton(this);
    run->setDefaultAction(actions.run);
    run->setIcon(icon(QStringLiteral("run"), IconTint::OnAccent));
    run->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    run->setProperty("primary", true);
    run->setObjectName(QStringLiteral("runButton"));
    addWidget(run);
    addWidget(gap(spacing::tight));
    addAction(actions.pause);
    if (!actions.steps.isEmpty()) {
        auto* step = new QToolButton(this);
        step->setObjectName(QStringLiteral("stepButton"));
        step->setDefaultAction(actions.steps.first());
        step->setPopupMode(QToolButton::MenuButtonPopup);
        auto* menu = new QMenu(step);
        menu->addActions(actions.steps);
        step->setMenu(menu);
        addWidget(step);
    }
    addAction(actions.stop);
    addAction(actions.reset);
    addSeparator();

    m_speed = new QComboBox(this);
    m_speed->setObjectName(QStringLiteral("speed"));
    m_speed->setAccessibleName(tr("Speed"));
    m_speed->setToolTip(tr("How fast virtual time passes"));
    for (double factor : speeds()) m_speed->addItem(icon(QStringLiteral("speed")), speedText(factor), factor);
    setSpeed(1);
    connect(m_speed, &QComboBox::activated, this, [this](int index) { Q_EMIT speedChosen(m_speed->itemData(index).toDouble()); });
    addWidget(m_speed);
    addSeparator();

    m_state = new StatePill(this);
    m_time = new ReadOut(tr("Virtual time"), QStringLiteral("000:00:00.000"), this);
    m_time->setObjectName(QStringLiteral("virtualTime"));
    m_factor = new ReadOut(tr("Real time"), QStringLiteral("00,000×"), this);
    m_factor->setObjectName(QStringLiteral("realTimeFactor"));
    m_factor->setToolTip(tr("Virtual seconds that pass in one second of yours"));
    m_load = new ReadOut(tr("Chip load"), QStringLiteral("100.0 %"), this);
    m_load->setToolTip(tr("Share of virtual time in which the emulated chip was executing"));
    addWidget(m_state);
    addWidget(m_time);
    addWidget(gap(spacing::normal));
    addWidget(m_factor);
    addWidget(gap(spacing::normal));
    addWidget(m_load);

    auto* stretch = new QWidget(this);
    stretch->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_stretch = addWidget(stretch);

    m_board = new QComboBox(this);
    m_board->setObjectName(QStringLiteral("boardPicker"));
    m_board->setAccessibleName(tr("Board"));
    m_board->setToolTip(tr("The board under the program"));
    m_board->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(m_board, &QComboBox::activated, this, [this](int index) {
        const QString file = m_board->itemData(index).toString();
        showCurrentBoard();
        if (file.isEmpty())
            Q_EMIT openBoardAsked();
        else
            Q_EMIT boardChosen(file);
    });
    addWidget(m_board);
    show(simulation::Snapshot{});
}

void TransportBar::show(const simulation::Snapshot& snapshot)
{
    const ProgramWord word = programWord(snapshot);
    m_state->setState(word.word, word.state);
    m_state->setToolTip(QString::fromStdString(snapshot.problem));
    m_time->setValue(clockText(snapshot.now));
    m_factor->setValue(snapshot.paused ? QStringLiteral("—") : factorText(snapshot.realTimeFactor));
    m_load->setValue(QStringLiteral("%1 %").arg(snapshot.cpuLoad * 100, 0, 'f', snapshot.cpuLoad < 0.0995 ? 1 : 0));
}

void TransportBar::addSound(QWidget* button)
{
    insertWidget(m_stretch, gap(spacing::normal));
    m_sound = insertWidget(m_stretch, button);
    m_sound->setVisible(false);
}

void TransportBar::showSound(bool shown) { m_sound->setVisible(shown); }

void TransportBar::setBoards(const std::vector<BoardChoice>& boards)
{
    m_board->clear();
    for (const BoardChoice& board : boards) m_board->addItem(icon(QStringLiteral("board")), board.title, board.file);
    if (!boards.empty()) m_board->insertSeparator(m_board->count());
    m_board->addItem(icon(QStringLiteral("open")), tr("Open board…"), QString());
    showCurrentBoard();
}

void TransportBar::setCurrentBoard(const BoardChoice& board)
{
    m_currentBoard = board;
    if (!board.file.isEmpty() && m_board->findData(board.file) < 0)
        m_board->insertItem(0, icon(QStringLiteral("board")), board.title.isEmpty() ? QFileInfo(board.file).baseName() : board.title, board.file);
    showCurrentBoard();
}

void TransportBar::showCurrentBoard()
{
    m_board->setCurrentIndex(m_currentBoard.file.isEmpty() ? -1 : m_board->findData(m_currentBoard.file));
}

void TransportBar::setSpeed(double factor)
{
    m_speed->setCurrentIndex(m_speed->findData(factor));
}

ProgramWord programWord(const simulation::Snapshot& snapshot)
{
    using simulation::ProgramState;
    using simulation::StopReason;
    if (snapshot.paused) return {TransportBar::tr("Paused"), QStringLiteral("ready")};
    switch (snapshot.program) {
    case ProgramState::Empty: return {TransportBar::tr("No program"), QStringLiteral("finished")};
    case ProgramState::Running: return {TransportBar::tr("Running"), QStringLiteral("running")};
    case ProgramState::Waiting: return {TransportBar::tr("Waiting"), QStringLiteral("suspended")};
    case ProgramState::Finished: return {TransportBar::tr("Finished"), QStringLiteral("finished")};
    case ProgramState::Failed: return {TransportBar::tr("Failed"), QStringLiteral("failed")};
    case ProgramState::Stopped: return {TransportBar::tr("Stopped"), QStringLiteral("finished")};
    case ProgramState::Faulted:
        return {snapshot.stopReason == StopReason::WatchdogReset ? TransportBar::tr("Watchdog reset") : TransportBar::tr("Hard fault"),
                QStringLiteral("failed")};
    }
    return {};
}

}  // namespace coroboard::gui
