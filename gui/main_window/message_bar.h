// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// MessageBar: messages in place, at the top of the window's middle, instead of dialogs that stop everything. Each has a subject; a new
// message on the same subject takes the old one's place. Choices are buttons; choosing or closing removes the message.

#include <QHash>
#include <QWidget>
#include <functional>

class QVBoxLayout;

namespace coroboard::gui {

class MessageBar final : public QWidget {
    Q_OBJECT

public:
    enum class Tone { Note, Warning, Error };
    struct Choice {
        QString label;
        std::function<void()> chosen;
    };

    explicit MessageBar(QWidget* parent = nullptr);

    void tell(const QString& subject, Tone tone, const QString& text, const std::vector<Choice>& choices = {});
    void take(const QString& subject);

    bool has(const QString& subject) const { return m_messages.contains(subject); }
    QString text(const QString& subject) const;

private:
    QVBoxLayout* m_column;
    QHash<QString, QWidget*> m_messages;
};

}  // namespace coroboard::gui
