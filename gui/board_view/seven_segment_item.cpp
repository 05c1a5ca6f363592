// SPDX-License-Identifier: GPL-3.0-or-later
#include "board_view/seven_segment_item.h"

#include <QPainter>
#include <algorithm>
#include <array>
#include <cmath>

#include "board_view/pixel_picture.h"

namespace coroboard::gui {

namespace {

// One digit in units of its width; it is 1.9 high. A segment is a bar with pointed ends between two of these corners.
constexpr std::array<QPointF, 6> corners = {QPointF(0, 0), {1, 0}, {1, 0.95}, {1, 1.9}, {0, 1.9}, {0, 0.95}};
constexpr std::array<std::pair<int, int>, 7> segmentEnds = {{{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 5}, {5, 0}, {5, 2}}};
constexpr double height = 1.9;
constexpr double thickness = 0.19;
constexpr double slant = -0.09;
constexpr double pitch = 1.62;       // from digit to digit
constexpr double gap = 0.045;        // between segments

}  // namespace

SevenSegmentItem::SevenSegmentItem(const board::PartProfile& profile, const parts::PartDescription* description)
    : PartItem(profile, description, QSizeF(200, 90))
{
    if (const auto colour = profile.words.find("colour"); colour != profile.words.end())
        if (const QColor named(QString::fromStdString(colour->second)); named.isValid()) m_colour = named;
}

void SevenSegmentItem::viewChanged(const parts::PartView&)
{
    std::vector<int> digits(static_cast<std::size_t>(std::clamp(view().value("digits", 4), 0.0, 128.0)));
    for (std::size_t i = 0; i < digits.size(); ++i) digits[i] = static_cast<int>(view().value("segments " + std::to_string(i)));
    // Even a sixteenth of the time is clearly visible.
    const double light = view().value("brightness") > 0 ? 0.45 + 0.55 * std::pow(view().value("brightness"), 1 / 2.2) : 0;
    if (digits == m_digits && light == m_light) return;
    m_digits = std::move(digits);
    m_light = light;
    update();
}

QColor SevenSegmentItem::shade(bool lit) const
{
    const auto part = [&](int full) { return static_cast<int>(std::lround(lit ? 34 + (full - 34) * m_light : 34)); };
    return QColor(part(m_colour.red()), part(m_colour.green()), part(m_colour.blue()));
}

void SevenSegmentItem::paintDigit(QPainter& painter, const QRectF& place, int segments, bool withPoint) const
{
    painter.save();
    const double unit = place.height() / height;
    painter.translate(place.center());
    painter.shear(slant, 0);
    painter.scale(unit, unit);
    painter.translate(-0.5, -height / 2);
    // Unlit segments first: a lit one shines over them.
    for (const bool lit : {false, true})
        for (int i = 0; i < 7; ++i) {
            if (static_cast<bool>(segments >> i & 1) != lit) continue;
            const QPointF from = corners[static_cast<std::size_t>(segmentEnds[static_cast<std::size_t>(i)].first)];
            const QPointF to = corners[static_cast<std::size_t>(segmentEnds[static_cast<std::size_t>(i)].second)];
            const double length = std::hypot(to.x() - from.x(), to.y() - from.y());
            const QPointF along = (to - from) / length;
            const QPointF across(-along.y(), along.x());
            const double half = thickness / 2;
            const QPointF a = from + along * gap;
            const QPointF b = to - along * gap;
            const QPointF bar[] = {a, a + along * half + across * half, b - along * half + across * half,
                                   b, b - along * half - across * half, a + along * half - across * half};
            painter.setPen(Qt::NoPen);
            if (lit) {
                QColor halo = m_colour;
                halo.setAlphaF(static_cast<float>(0.16 * m_light));
                painter.setPen(QPen(halo, thickness * 0.9, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            }
            painter.setBrush(shade(lit));
            painter.drawPolygon(bar, 6);
        }
    painter.setPen(Qt::NoPen);
    if (withPoint) {
        painter.setBrush(shade(segments >> 7 & 1));
        painter.drawEllipse(QPointF(1.3, height), thickness * 0.62, thickness * 0.62);
    }
    painter.restore();
}

void SevenSegmentItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    painter->setRenderHint(QPainter::Antialiasing);
    const double unit = std::min(box().width(), box().height());
    painter->setPen(QPen(QColor(0x0a, 0x1a, 0x33), unit * 0.012));
    painter->setBrush(QColor(0x16, 0x33, 0x5e));
    painter->drawRoundedRect(box(), unit * 0.06, unit * 0.06);
    const QRectF window = box().adjusted(unit * 0.08, unit * 0.13, -unit * 0.08, -unit * 0.13);
    painter->setPen(QPen(QColor(255, 255, 255, 26), unit * 0.01));
    painter->setBrush(QColor(0x10, 0x0d, 0x0e));
    painter->drawRoundedRect(window, unit * 0.03, unit * 0.03);
    if (m_digits.empty()) return;
    const auto count = static_cast<double>(m_digits.size());
    const QRectF row = fitted(QSizeF(pitch * count, height), window.adjusted(unit * 0.06, unit * 0.09, -unit * 0.06, -unit * 0.09));
    const double cell = row.width() / count;
    for (std::size_t i = 0; i < m_digits.size(); ++i)
        paintDigit(*painter, QRectF(row.left() + static_cast<double>(i) * cell, row.top(), cell, row.height()), m_digits[i], !isClock());
    if (!isClock()) return;
    painter->setPen(Qt::NoPen);
    painter->setBrush(shade(m_digits[1] >> 7 & 1));
    const double dot = row.height() / height * thickness * 0.6;
    for (const double y : {-0.22, 0.22}) painter->drawEllipse(QPointF(slant * y * row.height(), row.center().y() + y * row.height()), dot, dot);
}

QString SevenSegmentItem::summary() const
{
    return PartItem::summary() + QStringLiteral("<br><tt>%1</tt>").arg(QString::fromStdString(view().text).toHtmlEscaped());
}

}  // namespace coroboard::gui
