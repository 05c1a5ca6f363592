// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// TransportBar: the tool bar: run, pause, step, stop, reset, speed, what the program is doing, virtual time, how fast it really goes, the
// load of the emulated chip, and the board picker. It owns its widgets, not the actions; it shows a snapshot and says what was chosen.

#include <QComboBox>
#include <QToolBar>

#include "simulation/snapshot.h"

namespace coroboard::gui {

class ReadOut;
class StatePill;

struct TransportActions {
    QAction* run = nullptr;
    QAction* pause = nullptr;
    QAction* stop = nullptr;
    QAction* reset = nullptr;
    QAction* start = nullptr;
    QList<QAction*> steps;       // the first is the button, the others are in its menu
};

struct BoardChoice {
    QString title;
    QString file;
};

class TransportBar final : public QToolBar {
    Q_OBJECT

public:
    explicit TransportBar(const TransportActions& actions, QWidget* parent = nullptr);

    void show(const simulation::Snapshot& snapshot);
    void setBoards(const std::vector<BoardChoice>& boards);
    // A board that is none of those offered is offered from now on.
    void setCurrentBoard(const BoardChoice& board);

    // The loudspeaker, seen while the board has something that sounds.
    void addSound(QWidget* button);
    void showSound(bool shown);

    // Speeds the user can choose; 0 = as fast as the host can.
    static const std::vector<double>& speeds();
    void setSpeed(double factor);
    using QToolBar::show;

Q_SIGNALS:
    void speedChosen(double factor);
    void boardChosen(const QString& file);
    void openBoardAsked();

private:
    QComboBox* m_speed;
    QComboBox* m_board;
    StatePill* m_state;
    ReadOut* m_time;
    ReadOut* m_factor;
    ReadOut* m_load;
    QAction* m_stretch;
    QAction* m_sound = nullptr;
    void showCurrentBoard();

    BoardChoice m_currentBoard;
};

// The word for what the program is doing, and the task state whose colour fits.
struct ProgramWord {
    QString word;
    QString state;
};
ProgramWord programWord(const simulation::Snapshot& snapshot);

}  // namespace coroboard::gui
