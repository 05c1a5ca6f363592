// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/syntax_watch.h"

#include <QMetaObject>

#include "simulation/syntax_check.h"

namespace coroboard::gui {

SyntaxWatch::SyntaxWatch(QObject* parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

void SyntaxWatch::check(const QString& text)
{
    const quint64 number = ++m_asked;
    m_pool.clear();
    m_pool.start([this, number, source = text.toStdString()] {
        std::vector<ErrorMark> mistakes;
        // MicroPython knows the line, not the column.
        if (const auto refused = simulation::checkSyntax(source, "main.py"))
            mistakes.push_back({refused->line, 0, QString::fromStdString(refused->message)});
        QMetaObject::invokeMethod(this, [this, number, mistakes = std::move(mistakes)] {
            if (number == m_asked) Q_EMIT checked(mistakes);
        });
    });
}

}  // namespace coroboard::gui
