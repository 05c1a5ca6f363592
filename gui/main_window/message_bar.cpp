// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window/message_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include "theme/icons.h"
#include "theme/theme.h"

namespace coroboard::gui {

namespace {

constexpr int mostCharacters = 900;

QString iconName(MessageBar::Tone tone)
{
    switch (tone) {
    case MessageBar::Tone::Note: return QStringLiteral("info");
    case MessageBar::Tone::Warning: return QStringLiteral("warning");
    case MessageBar::Tone::Error: return QStringLiteral("error");
    }
    return {};
}

}  // namespace

MessageBar::MessageBar(QWidget* parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
}

void MessageBar::tell(const QString& subject, Tone tone, const QString& text, const std::vector<Choice>& choices)
{
    take(subject);
    auto* message = new QFrame(this);
    message->setObjectName(subject);
    message->setProperty("message", tone == Tone::Error ? "error" : tone == Tone::Warning ? "warning" : "note");
    auto* row = new QHBoxLayout(message);
    row->setContentsMargins(spacing::wide, spacing::normal, spacing::normal, spacing::normal);
    row->setSpacing(spacing::normal);
    auto* sign = new QLabel(message);
    const IconTint tint = tone == Tone::Error ? IconTint::Failed : tone == Tone::Warning ? IconTint::Warning : IconTint::Accent;
    sign->setPixmap(icon(iconName(tone), tint).pixmap(QSize(18, 18), devicePixelRatioF()));
    auto* words = new QLabel(text.size() > mostCharacters ? text.left(mostCharacters) + QStringLiteral(" …") : text, message);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    words->setObjectName(QStringLiteral("text"));
    row->addWidget(sign, 0, Qt::AlignVCenter);
    row->addWidget(words, 1);
    for (const Choice& choice : choices) {
        auto* button = new QPushButton(choice.label, message);
        connect(button, &QPushButton::clicked, this, [this, subject, chosen = choice.chosen] {
            take(subject);
            if (chosen) chosen();
        });
        row->addWidget(button, 0, Qt::AlignVCenter);
    }
    auto* close = new QToolButton(message);
    close->setIcon(icon(QStringLiteral("close")));
    close->setIconSize(QSize(14, 14));
    close->setToolTip(tr("Dismiss"));
    close->setAccessibleName(tr("Dismiss"));
    connect(close, &QToolButton::clicked, this, [this, subject] { take(subject); });
    row->addWidget(close, 0, Qt::AlignVCenter);
    m_column->addWidget(message);
    m_messages.insert(subject, message);
}

void MessageBar::take(const QString& subject)
{
    QWidget* message = m_messages.take(subject);
    if (!message) return;
    message->hide();
    message->deleteLater();
}

QString MessageBar::text(const QString& subject) const
{
    const QWidget* message = m_messages.value(subject);
    const auto* words = message ? message->findChild<QLabel*>(QStringLiteral("text")) : nullptr;
    return words ? words->text() : QString();
}

}  // namespace coroboard::gui
