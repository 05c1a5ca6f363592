// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Tour: shows the window's parts one after the other: everything but the one is dimmed, and a bubble beside it says what it is for. The
// simulation goes on and the shown part can be used. Enter or Right goes on, Left goes back, Escape ends it.

#include <QLabel>
#include <QPushButton>
#include <QWidget>
#include <vector>

namespace coroboard::gui {

struct TourStop {
    QWidget* place = nullptr;
    QString title;
    QString text;
};

class Tour final : public QWidget {
    Q_OBJECT

public:
    // Lies over the window; deletes itself at the end. Stops whose place is gone or hidden are left out.
    Tour(std::vector<TourStop> stops, QWidget* window);

    int stop() const { return m_at; }

Q_SIGNALS:
    void ended();

public Q_SLOTS:
    void next();
    void back();
    void end();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void go(int step);
    void place();
    QRect hole() const;

    std::vector<TourStop> m_stops;
    int m_at = -1;
    QWidget* m_bubble;
    QLabel* m_title;
    QLabel* m_text;
    QLabel* m_count;
    QPushButton* m_back;
    QPushButton* m_next;
};

}  // namespace coroboard::gui
