// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window/dock_title.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>

#include "theme/icons.h"
#include "theme/theme.h"

namespace coroboard::gui {

namespace {

// The title's icon, drawn in the palette of the moment.
class TitleIcon final : public QWidget {
public:
    TitleIcon(const QString& name, QWidget* parent) : QWidget(parent), m_icon(icon(name)) { setFixedSize(16, 16); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        m_icon.paint(&painter, rect());
    }

private:
    QIcon m_icon;
};

}  // namespace

DockTitle::DockTitle(const QString& iconName, QDockWidget& dock) : QWidget(&dock), m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(spacing::normal, 2, spacing::tight, 2);
    m_row->setSpacing(spacing::tight);
    m_row->addWidget(new TitleIcon(iconName, this));
    m_name = new QLabel(dock.windowTitle(), this);
    QFont font = m_name->font();
    font.setWeight(QFont::DemiBold);
    m_name->setFont(font);
    m_name->setMinimumWidth(20);
    m_row->addWidget(m_name, 1);
    auto* close = new QToolButton(this);
    close->setIcon(icon(QStringLiteral("close")));
    close->setIconSize(QSize(12, 12));
    close->setToolTip(tr("Hide (View menu shows it again)"));
    close->setAccessibleName(tr("Hide %1").arg(dock.windowTitle()));
    connect(close, &QToolButton::clicked, &dock, &QDockWidget::close);
    m_row->addWidget(close);
}

QToolButton* DockTitle::addTool(QAction* action)
{
    auto* tool = new QToolButton(this);
    tool->setDefaultAction(action);
    if (action->menu()) tool->setPopupMode(QToolButton::InstantPopup);
    tool->setIconSize(QSize(15, 15));
    m_row->insertWidget(m_row->count() - 1, tool);
    return tool;
}

QSize DockTitle::minimumSizeHint() const { return {80, std::max(28, fontMetrics().height() + 12)}; }

void DockTitle::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Colours& c = coloursFor(palette());
    painter.fillRect(rect(), c.raised);
    painter.setPen(c.border);
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

}  // namespace coroboard::gui
