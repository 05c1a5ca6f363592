// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include "base/ensure.h"
#include "theme/colours.h"

namespace coroboard::gui {

namespace {

QColor tintColour(IconTint tint, QIcon::Mode mode)
{
    const QPalette palette = QGuiApplication::palette();
    const Colours& c = coloursFor(palette);
    if (mode == QIcon::Disabled) return c.faint;
    switch (tint) {
    case IconTint::Text: return c.text;
    case IconTint::Accent: return c.accent;
    case IconTint::OnAccent: return c.onAccent;
    case IconTint::Running: return c.running;
    case IconTint::Warning: return c.warning;
    case IconTint::Failed: return c.failed;
    }
    return c.text;
}

class TintedIconEngine final : public QIconEngine {
public:
    TintedIconEngine(QString name, QByteArray drawing, IconTint tint)
        : m_name(std::move(name)), m_drawing(std::move(drawing)), m_tint(tint)
    {
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
        painter->drawPixmap(rect, drawn(rect.size() * ratio, mode));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override { return drawn(size, mode); }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal) override { return drawn(size, mode); }

    QIconEngine* clone() const override { return new TintedIconEngine(*this); }

    QString key() const override { return QStringLiteral("coroboard-tinted"); }

private:
    QPixmap drawn(const QSize& size, QIcon::Mode mode) const
    {
        const QColor colour = tintColour(m_tint, mode);
        const QString key = QStringLiteral("icon/%1/%2/%3x%4")
                                .arg(m_name, colour.name())
                                .arg(size.width())
                                .arg(size.height());
        QPixmap result;
        if (QPixmapCache::find(key, &result)) return result;
        result = QPixmap(size);
        result.fill(Qt::transparent);
        QByteArray drawing = m_drawing;
        drawing.replace("currentColor", colour.name().toLatin1());
        QSvgRenderer renderer(drawing);
        QPainter painter(&result);
        renderer.render(&painter);
        painter.end();
        QPixmapCache::insert(key, result);
        return result;
    }

    QString m_name;
    QByteArray m_drawing;
    IconTint m_tint;
};

}  // namespace

QIcon icon(const QString& name, IconTint tint)
{
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    const bool opened = file.open(QIODevice::ReadOnly);
    ENSURE(opened, "every icon that is asked for exists in resources/icons");
    return QIcon(new TintedIconEngine(name, file.readAll(), tint));
}

QIcon applicationIcon()
{
    return QIcon(QStringLiteral(":/icons/coroboard.svg"));
}

}  // namespace coroboard::gui
