// SPDX-License-Identifier: GPL-3.0-or-later
#include "stop_view/stop_view.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

#include "theme/theme.h"

namespace coroboard::gui {

namespace {

constexpr int fileRole = Qt::UserRole;
constexpr int lineRole = Qt::UserRole + 1;

QString placeOf(const simulation::TaskSnapshot::Frame& frame)
{
    return QStringLiteral("%1:%2").arg(QString::fromStdString(frame.file)).arg(frame.line);
}

}  // namespace

QString stopReason(const simulation::Snapshot& snapshot)
{
    if (!snapshot.stop || snapshot.stop->frames.empty()) return {};
    const simulation::TaskSnapshot::Frame& frame = snapshot.stop->frames.back();
    const QString function = QString::fromStdString(frame.function);
    const QString where = function == QLatin1String("<module>") ? placeOf(frame) : QStringLiteral("%1() · %2").arg(function, placeOf(frame));
    switch (snapshot.stop->cause) {
    case modules::StopCause::Breakpoint: return StopView::tr("Breakpoint: %1").arg(where);
    case modules::StopCause::Step: return StopView::tr("Step: %1").arg(where);
    case modules::StopCause::Pause: return StopView::tr("Paused: %1").arg(where);
    }
    return {};
}

StopView::StopView(QWidget* parent)
    : QWidget(parent), m_reason(new QLabel(this)), m_buttons(new QWidget(this)), m_tree(new QTreeWidget(this)),
      m_watches(new WatchList(this))
{
    setObjectName(QStringLiteral("stopView"));
    setAutoFillBackground(true);
    m_reason->setObjectName(QStringLiteral("stopReason"));
    m_reason->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QFont bold = m_reason->font();
    bold.setWeight(QFont::DemiBold);
    m_reason->setFont(bold);
    m_reason->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* buttons = new QHBoxLayout(m_buttons);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(spacing::normal, spacing::tight, spacing::tight, spacing::tight);
    head->addWidget(m_reason, 1);
    head->addWidget(m_buttons);

    m_tree->setObjectName(QStringLiteral("callStack"));
    m_tree->setAccessibleName(tr("Call stack"));
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setColumnCount(2);
    m_tree->setHeaderHidden(true);
    m_tree->setIndentation(16);
    m_tree->setUniformRowHeights(true);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    const auto go = [this](QTreeWidgetItem* item) {
        if (item->data(0, lineRole).toInt() > 0) Q_EMIT lineAsked(item->data(0, fileRole).toString(), item->data(0, lineRole).toInt());
    };
    connect(m_tree, &QTreeWidget::itemClicked, this, go);
    connect(m_tree, &QTreeWidget::itemActivated, this, go);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    auto* sides = new QSplitter(this);
    sides->setChildrenCollapsible(false);
    sides->addWidget(m_tree);
    sides->addWidget(m_watches);
    sides->setStretchFactor(0, 3);
    sides->setStretchFactor(1, 2);
    column->addWidget(sides, 1);
    hide();
}

void StopView::setActions(const QList<QAction*>& actions)
{
    for (QAction* action : actions) {
        auto* button = new QToolButton(m_buttons);
        button->setDefaultAction(action);
        button->setIconSize(QSize(16, 16));
        button->setAutoRaise(true);
        m_buttons->layout()->addWidget(button);
    }
}

void StopView::show(const simulation::Snapshot& snapshot)
{
    const bool stands = snapshot.stop && !snapshot.stop->frames.empty();
    setVisible(stands);
    if (!stands) {
        m_shown.reset();
        return m_tree->clear();
    }
    m_watches->show(snapshot.stop->watches);
    // What was opened and selected stays as long as nothing moved.
    if (const Moment moment{snapshot.powerCycle, snapshot.now, snapshot.bytecodes}; m_shown != moment) {
        m_shown = moment;
        m_reason->setText(stopReason(snapshot));
        if (const QString problem = QString::fromStdString(snapshot.stop->problem); !problem.isEmpty())
            m_reason->setText(tr("The breakpoint's condition cannot be worked out: %1").arg(problem));
        m_reason->setToolTip(m_reason->text());
        fill(*snapshot.stop);
    }
}

void StopView::fill(const simulation::StopSnapshot& stop)
{
    m_tree->clear();
    const QColor muted = coloursFor(palette()).muted;
    QFont code = codeFont();
    code.setPointSizeF(font().pointSizeF());
    for (auto frame = stop.frames.rbegin(); frame != stop.frames.rend(); ++frame) {
        auto* item = new QTreeWidgetItem(m_tree, {QString::fromStdString(frame->function), placeOf(*frame)});
        item->setData(0, fileRole, QString::fromStdString(frame->file));
        item->setData(0, lineRole, frame->line);
        item->setFont(1, code);
        item->setForeground(1, muted);
        for (const auto& local : frame->locals) {
            const QString text = QStringLiteral("%1 = %2").arg(QString::fromStdString(local.name), QString::fromStdString(local.value));
            auto* row = new QTreeWidgetItem(item, {text});
            row->setFont(0, code);
            row->setToolTip(0, text);
            row->setFirstColumnSpanned(true);
        }
    }
    QTreeWidgetItem* innermost = m_tree->topLevelItem(0);
    innermost->setExpanded(true);
    m_tree->setCurrentItem(innermost);
}

}  // namespace coroboard::gui
