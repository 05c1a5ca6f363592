// SPDX-License-Identifier: GPL-3.0-or-later
#include "help/tour.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>

#include "theme/colours.h"
#include "theme/theme.h"

namespace coroboard::gui {

namespace {

constexpr int bubbleWidth = 340;
constexpr int corner = 6;
constexpr double dimming = 0.55;

}  // namespace

Tour::Tour(std::vector<TourStop> stops, QWidget* window)
    : QWidget(window), m_stops(std::move(stops)), m_bubble(new QWidget(this)), m_title(new QLabel), m_text(new QLabel), m_count(new QLabel),
      m_back(new QPushButton(tr("Back"))), m_next(new QPushButton)
{
    std::erase_if(m_stops, [](const TourStop& stop) { return !stop.place || !stop.place->isVisible(); });
    setObjectName(QStringLiteral("tour"));
    setAccessibleName(tr("Tour"));
    setFocusPolicy(Qt::StrongFocus);
    m_bubble->setObjectName(QStringLiteral("tourBubble"));
    m_bubble->setAttribute(Qt::WA_StyledBackground);
    QFont font = m_title->font();
    font.setPointSizeF(font.pointSizeF() * 1.15);
    font.setWeight(QFont::DemiBold);
    m_title->setFont(font);
    m_text->setWordWrap(true);
    m_text->setObjectName(QStringLiteral("tourText"));
    m_next->setProperty("primary", true);
    m_next->setObjectName(QStringLiteral("tourNext"));
    auto* skip = new QPushButton(tr("Skip"));
    skip->setObjectName(QStringLiteral("tourSkip"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_count);
    buttons->addStretch(1);
    for (QPushButton* button : {skip, m_back, m_next}) buttons->addWidget(button);
    auto* column = new QVBoxLayout(m_bubble);
    column->setContentsMargins(2 * spacing::normal, spacing::wide, 2 * spacing::normal, spacing::wide);
    column->setSpacing(spacing::normal);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addLayout(buttons);
    m_bubble->setFixedWidth(bubbleWidth);
    connect(skip, &QPushButton::clicked, this, &Tour::end);
    connect(m_back, &QPushButton::clicked, this, &Tour::back);
    connect(m_next, &QPushButton::clicked, this, &Tour::next);
    window->installEventFilter(this);
    setGeometry(window->rect());
    show();
    raise();
    go(1);
}

void Tour::next() { go(1); }

void Tour::back() { go(-1); }

void Tour::end()
{
    hide();
    Q_EMIT ended();
    deleteLater();
}

void Tour::go(int step)
{
    const int to = m_at + step;
    if (to >= static_cast<int>(m_stops.size())) return end();
    m_at = std::max(0, to);
    for (const TourStop& each : m_stops) each.place->removeEventFilter(this);
    const TourStop& stop = m_stops[static_cast<std::size_t>(m_at)];
    stop.place->installEventFilter(this);
    m_title->setText(stop.title);
    m_text->setText(stop.text);
    m_count->setText(tr("%1 of %2").arg(m_at + 1).arg(m_stops.size()));
    m_back->setEnabled(m_at > 0);
    m_next->setText(m_at + 1 == static_cast<int>(m_stops.size()) ? tr("Done") : tr("Next"));
    setAccessibleDescription(stop.title + QStringLiteral(". ") + stop.text);
    place();
    m_next->setFocus();
}

QRect Tour::hole() const
{
    const QWidget* shown = m_stops[static_cast<std::size_t>(m_at)].place;
    return QRect(shown->mapTo(parentWidget(), QPoint()), shown->size()).intersected(rect());
}

// Beside the place, on the side with the most room; over it when there is none. The place itself is cut out, so that it can be used.
void Tour::place()
{
    m_bubble->layout()->activate();
    const QSize size(bubbleWidth, m_bubble->layout()->totalHeightForWidth(bubbleWidth));
    m_bubble->resize(size);
    const QRect shown = hole();
    constexpr int gap = spacing::wide;
    QPoint at(shown.center().x() - size.width() / 2, shown.bottom() + gap);
    if (at.y() + size.height() > height()) at.setY(shown.top() - gap - size.height());
    if (at.y() < 0) {
        at.setY(shown.center().y() - size.height() / 2);
        const int right = width() - shown.right();
        at.setX(right >= shown.left() ? shown.right() + gap : shown.left() - gap - size.width());
    }
    at.setX(std::clamp(at.x(), gap, std::max(gap, width() - size.width() - gap)));
    at.setY(std::clamp(at.y(), gap, std::max(gap, height() - size.height() - gap)));
    m_bubble->move(at);
    const QRegion bubble(m_bubble->geometry());
    setMask(QRegion(rect()).subtracted(shown.adjusted(corner, corner, -corner, -corner)).united(bubble));
    update();
}

void Tour::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath path;
    path.addRect(rect());
    QPainterPath shown;
    shown.addRoundedRect(hole(), corner, corner);
    QColor dim(Qt::black);
    dim.setAlphaF(dimming);
    painter.fillPath(path.subtracted(shown), dim);
    painter.setPen(QPen(coloursFor(palette()).accent, 2));
    painter.drawPath(shown);
}

void Tour::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        end();
    else if (event->key() == Qt::Key_Right || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        next();
    else if (event->key() == Qt::Key_Left)
        back();
    else
        QWidget::keyPressEvent(event);
}

// The window, or the place that is shown now, was moved.
bool Tour::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move) {
        setGeometry(parentWidget()->rect());
        if (m_at >= 0) place();
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace coroboard::gui
