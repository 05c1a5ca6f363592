// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SoundButton: the loudspeaker in the tool bar: a click mutes, its menu has the volume. It shows a problem in place, as its tool tip and in
// its menu. The action says whether sound is on and is owned by the window; the button owns the rest.

#include <QToolButton>

class QAction;
class QLabel;
class QSlider;

namespace coroboard::gui {

class SoundButton final : public QToolButton {
    Q_OBJECT

public:
    // `on` is checkable: checked = heard. The volume in percent.
    SoundButton(QAction& on, int volume, QWidget* parent = nullptr);

    void setProblem(const QString& problem);

Q_SIGNALS:
    void volumeChosen(int percent);

private:
    void refresh();

    QAction& m_on;
    QSlider* m_volume;
    QLabel* m_note;
    QString m_problem;
    QString m_tip;
};

}  // namespace coroboard::gui
