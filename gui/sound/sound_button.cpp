// SPDX-License-Identifier: GPL-3.0-or-later
#include "sound/sound_button.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSlider>
#include <QWidgetAction>

#include "theme/icons.h"
#include "theme/theme.h"

namespace coroboard::gui {

namespace {

constexpr int sliderWidth = 160;

}  // namespace

SoundButton::SoundButton(QAction& on, int volume, QWidget* parent)
    : QToolButton(parent), m_on(on), m_volume(new QSlider(Qt::Horizontal)), m_note(new QLabel), m_tip(on.toolTip())
{
    setObjectName(QStringLiteral("soundButton"));
    // Not the action's own button: that would look pressed all the time.
    setFocusPolicy(Qt::TabFocus);
    connect(this, &QToolButton::clicked, &on, &QAction::toggle);
    setPopupMode(QToolButton::MenuButtonPopup);
    auto* menu = new QMenu(this);
    auto* inside = new QWidget;
    auto* row = new QVBoxLayout(inside);
    row->setContentsMargins(spacing::wide, spacing::normal, spacing::wide, spacing::normal);
    row->addWidget(new QLabel(tr("Volume")));
    m_volume->setObjectName(QStringLiteral("volume"));
    m_volume->setAccessibleName(tr("Volume"));
    m_volume->setRange(0, 100);
    m_volume->setValue(volume);
    m_volume->setFixedWidth(sliderWidth);
    row->addWidget(m_volume);
    m_note->setWordWrap(true);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->hide();
    row->addWidget(m_note);
    auto* holder = new QWidgetAction(menu);
    holder->setDefaultWidget(inside);
    menu->addAction(holder);
    setMenu(menu);
    connect(m_volume, &QSlider::valueChanged, this, &SoundButton::volumeChosen);
    connect(&on, &QAction::toggled, this, &SoundButton::refresh);
    refresh();
}

void SoundButton::setProblem(const QString& problem)
{
    m_problem = problem;
    m_note->setText(problem);
    m_note->setVisible(!problem.isEmpty());
    refresh();
}

void SoundButton::refresh()
{
    const bool heard = m_on.isChecked() && m_problem.isEmpty();
    m_on.setIcon(gui::icon(heard ? QStringLiteral("sound") : QStringLiteral("sound-off")));
    m_on.setToolTip(m_problem.isEmpty() ? m_tip : m_problem);
    setIcon(m_on.icon());
    setToolTip(m_on.toolTip());
    setAccessibleName(m_tip);
}

}  // namespace coroboard::gui
