// SPDX-License-Identifier: GPL-3.0-or-later
#include "board_view/pin_bank_item.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "board_view/module_drawing.h"

namespace coroboard::gui {

namespace {

constexpr int perPort = 8;
constexpr double eye = 2.2;                  // a screen shows light as its 2.2th root
const QColor litColour(0xffc04d);
const QColor unlitColour(0x15181d);

QColor between(const QColor& from, const QColor& to, double share)
{
    const auto mix = [&](int a, int b) { return static_cast<int>(std::lround(a + (b - a) * share)); };
    return QColor(mix(from.red(), to.red()), mix(from.green(), to.green()), mix(from.blue(), to.blue()));
}

}  // namespace

PinBankItem::PinBankItem(const board::PartProfile& profile, const parts::PartDescription* description)
    : PartItem(profile, description, QSizeF(160, 90))
{
}

void PinBankItem::viewChanged(const parts::PartView&)
{
    std::array<Pin, pins> bank{};
    for (int i = 0; i < pins; ++i) {
        Pin& pin = bank[static_cast<std::size_t>(i)];
        if (isPwm()) {
            pin.light = view().value("out" + std::to_string(i));
            continue;
        }
        const bool first = i < perPort;
        const auto bit = [&](const char* name) { return (static_cast<int>(view().value(name)) >> (i % perPort) & 1) != 0; };
        pin.light = bit(first ? "levels a" : "levels b") ? 1 : 0;
        pin.output = bit(first ? "outputs a" : "outputs b");
    }
    const double frequency = view().value("frequency");
    if (bank == m_bank && frequency == m_frequency) return;
    m_bank = bank;
    m_frequency = frequency;
    update();
}

QString PinBankItem::summary() const
{
    QString text = PartItem::summary();
    if (isPwm()) text += QStringLiteral("<br>") + (m_frequency > 0 ? tr("%1 Hz").arg(m_frequency, 0, 'f', 1) : tr("asleep"));
    for (int i = 0; i < pins; ++i) {
        const Pin& pin = m_bank[static_cast<std::size_t>(i)];
        if (isPwm() && pin.light > 0) text += QStringLiteral("<br>%1: %2 %").arg(i).arg(pin.light * 100, 0, 'f', 1);
        if (!isPwm() && pin.output)
            text += QStringLiteral("<br>%1%2: %3").arg(i < perPort ? QLatin1Char('A') : QLatin1Char('B')).arg(i % perPort).arg(pin.light > 0 ? tr("high") : tr("low"));
    }
    return text;
}

// The duty as a column that fills from below.
void PinBankItem::paintColumn(QPainter& painter, const QRectF& place, const Pin& pin) const
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(unlitColour);
    painter.drawRoundedRect(place, place.width() * 0.2, place.width() * 0.2);
    if (pin.light <= 0) return;
    QRectF full = place.adjusted(place.width() * 0.12, place.width() * 0.12, -place.width() * 0.12, -place.width() * 0.12);
    full.setTop(full.bottom() - std::max(full.height() * pin.light, full.height() * 0.03));
    painter.setBrush(litColour);
    painter.drawRect(full);
}

void PinBankItem::paintLamp(QPainter& painter, const QRectF& place, const Pin& pin) const
{
    const double radius = std::min(place.width(), place.height()) * 0.4;
    const QColor colour = between(unlitColour, litColour, std::pow(pin.light, 1 / eye));
    painter.setPen(QPen(pin.output ? QColor(0x0d1013) : pin.light > 0 ? litColour : QColor(0x7f8894), radius * 0.32));
    painter.setBrush(pin.output ? colour : unlitColour);
    painter.drawEllipse(place.center(), radius * (pin.output ? 1 : 0.86), radius * (pin.output ? 1 : 0.86));
    if (pin.output || pin.light <= 0) return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(litColour);
    painter.drawEllipse(place.center(), radius * 0.35, radius * 0.35);
}

void PinBankItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    painter->setRenderHint(QPainter::Antialiasing);
    const double unit = std::min(box().width(), box().height());
    const QRectF free = paintModuleBoard(*painter, box(), QColor(isPwm() ? 0x1f4f86 : 0x7a2f3a), 6);
    const QColor print(0xf2f5f8);
    const double title = unit * 0.13;
    const QString frequency = m_frequency > 0 ? QStringLiteral("  %1 Hz").arg(m_frequency, 0, 'f', 0) : QString();
    paintPrint(*painter, QRectF(free.left() + unit * 0.12, free.top() - unit * 0.02, free.width() - unit * 0.24, title),
               (isPwm() ? QStringLiteral("PCA9685") : QStringLiteral("MCP23017")) + frequency, print, title);
    const QRectF bank = free.adjusted(unit * 0.02, title * 1.25, -unit * 0.02, 0);
    const int rows = isPwm() ? 1 : 2;
    const int inRow = pins / rows;
    const double width = (bank.width() - (isPwm() ? 0 : unit * 0.12)) / inRow;
    const double height = bank.height() / rows;
    const double label = isPwm() ? height * 0.16 : height * 0.34;
    for (int i = 0; i < pins; ++i) {
        const QRectF cell(bank.right() - width * (inRow - i % inRow), bank.top() + i / inRow * height, width, height);
        const QRectF place = cell.adjusted(width * 0.14, 0, -width * 0.14, -label);
        if (isPwm())
            paintColumn(*painter, place, m_bank[static_cast<std::size_t>(i)]);
        else
            paintLamp(*painter, place, m_bank[static_cast<std::size_t>(i)]);
        paintPrint(*painter, QRectF(cell.left() + width * 0.12, cell.bottom() - label, width * 0.76, label), QString::number(isPwm() ? i : i % perPort), print, label * 0.9);
    }
    if (isPwm()) return;
    for (int row = 0; row < rows; ++row)
        paintPrint(*painter, QRectF(bank.left(), bank.top() + row * height, unit * 0.12, height - label), row == 0 ? QStringLiteral("A") : QStringLiteral("B"), print, height * 0.4);
}

}  // namespace coroboard::gui
