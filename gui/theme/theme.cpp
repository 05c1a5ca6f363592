// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/theme.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QFile>
#include <QFontDatabase>
#include <QFontInfo>
#include <QPixmapCache>
#include <QRegularExpression>
#include <QStyleFactory>

#include "base/ensure.h"

namespace coroboard::gui {

namespace {

constexpr auto portalService = "org.freedesktop.portal.Desktop";
constexpr auto portalPath = "/org/freedesktop/portal/desktop";
constexpr auto portalInterface = "org.freedesktop.portal.Settings";
constexpr auto appearance = "org.freedesktop.appearance";
constexpr auto colourScheme = "color-scheme";

// The portal wraps the number in one variant more in Read() than in SettingChanged.
Brightness brightnessOfScheme(QVariant value)
{
    while (value.canConvert<QDBusVariant>()) value = value.value<QDBusVariant>().variant();
    return value.toUInt() == 1 ? Brightness::Dark : Brightness::Light;
}

QString firstInstalled(std::initializer_list<const char*> families)
{
    const QStringList installed = QFontDatabase::families();
    for (const char* family : families)
        if (installed.contains(QLatin1String(family))) return QLatin1String(family);
    return {};
}

QString styleSheet(Brightness brightness)
{
    const Colours& c = colours(brightness);
    QFile file(QStringLiteral(":/theme/style.qss"));
    const bool opened = file.open(QIODevice::ReadOnly);
    ENSURE(opened, "the style sheet is compiled in");
    QString text = QString::fromUtf8(file.readAll());
    const std::initializer_list<std::pair<const char*, QColor>> tokens = {
        {"@window", c.window}, {"@surface", c.surface}, {"@raised", c.raised},       {"@sunken", c.sunken},
        {"@border", c.border}, {"@text", c.text},       {"@muted", c.muted},         {"@faint", c.faint},
        {"@accent", c.accent}, {"@onAccent", c.onAccent}, {"@selection", c.selection}, {"@failed", c.failed},
        {"@warning", c.warning},
    };
    for (const auto& [token, colour] : tokens)
        text.replace(QRegularExpression(QLatin1String(token) + QStringLiteral("\\b")), colour.name());
    text.replace(QStringLiteral("@scheme"), brightness == Brightness::Dark ? QStringLiteral("dark") : QStringLiteral("light"));
    return text;
}

}  // namespace

QFont codeFont()
{
    const QString family = firstInstalled({"JetBrains Mono", "Fira Code", "Cascadia Mono", "Source Code Pro", "DejaVu Sans Mono"});
    QFont font = family.isEmpty() ? QFontDatabase::systemFont(QFontDatabase::FixedFont) : QFont(family);
    font.setStyleHint(QFont::Monospace);
    font.setFixedPitch(true);
    font.setPointSizeF(QApplication::font().pointSizeF() + 1);
    return font;
}

QFont numberFont()
{
    QFont font = codeFont();
    font.setPointSizeF(QApplication::font().pointSizeF());
    return font;
}

Theme::Theme(QObject* parent) : QObject(parent)
{
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    // A desktop brings its own font; where there is none the fallback is wide and large, so the first of these does better.
    QFont font = QApplication::font();
    const QString family = firstInstalled({"Inter", "Cantarell", "Noto Sans", "Ubuntu", "Open Sans"});
    if (!family.isEmpty() && QFontInfo(font).family() == QStringLiteral("DejaVu Sans")) font.setFamily(family);
    if (font.pointSizeF() < 1 || QFontInfo(font).family() == QStringLiteral("DejaVu Sans")) font.setPointSizeF(9);
    m_desktopPoints = font.pointSizeF();
    QApplication::setFont(font);
    askPortal();
    apply();
}

void Theme::setChoice(ThemeChoice choice)
{
    if (m_choice == choice) return;
    m_choice = choice;
    apply();
}

void Theme::setFontSize(int points)
{
    QFont font = QApplication::font();
    const double wanted = points > 0 ? points : m_desktopPoints;
    if (font.pointSizeF() == wanted) return;
    font.setPointSizeF(wanted);
    QApplication::setFont(font);
    apply();
}

Brightness Theme::brightness() const
{
    switch (m_choice) {
    case ThemeChoice::Light: return Brightness::Light;
    case ThemeChoice::Dark: return Brightness::Dark;
    case ThemeChoice::System: break;
    }
    return m_system;
}

void Theme::askPortal()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) return;
    bus.connect(portalService, portalPath, portalInterface, QStringLiteral("SettingChanged"), this,
                SLOT(portalSettingChanged(QString, QString, QDBusVariant)));
    QDBusMessage question = QDBusMessage::createMethodCall(portalService, portalPath, portalInterface, QStringLiteral("Read"));
    question << QString::fromLatin1(appearance) << QString::fromLatin1(colourScheme);
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher* done) {
        const QDBusPendingReply<QDBusVariant> reply = *done;
        if (!reply.isError()) portalSettingChanged(appearance, colourScheme, reply.value());
        done->deleteLater();
    });
}

void Theme::portalSettingChanged(const QString& group, const QString& key, const QDBusVariant& value)
{
    if (group != QLatin1String(appearance) || key != QLatin1String(colourScheme)) return;
    m_system = brightnessOfScheme(value.variant());
    if (m_choice == ThemeChoice::System) apply();
}

void Theme::apply()
{
    QPixmapCache::clear();
    qApp->setPalette(paletteFor(brightness()));
    qApp->setStyleSheet(styleSheet(brightness()));
    Q_EMIT changed();
}

}  // namespace coroboard::gui
