// SPDX-License-Identifier: GPL-3.0-or-later
#include "start/project_template.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include "base/ensure.h"
#include "program/program.h"
#include "start/gallery.h"

namespace coroboard::gui {

namespace {

// The words of this file, for translators.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(ProjectTemplate)
};

auto wrong(const QString& text) { return failure(text.toStdString()); }

// The pin the first part of such a model hangs on; null if there is none.
const board::PinProfile* pinOf(const board::BoardProfile& board, std::initializer_list<const char*> models)
{
    for (const char* model : models)
        for (const auto& part : board.parts)
            if (part.model == model)
                for (const auto& [name, wire] : part.wires)
                    if (const auto* pin = board.pin(wire)) return pin;
    return nullptr;
}

}  // namespace

std::vector<ProjectTemplate> projectTemplates()
{
    std::vector<ProjectTemplate> all;
    for (const char* name : {"empty", "blink", "button", "logger"}) {
        QFile file(QStringLiteral(":/templates/%1.py").arg(QLatin1String(name)));
        const bool opened = file.open(QIODevice::ReadOnly);
        ENSURE(opened, "every template named here is in resources/templates");
        const QString text = QString::fromUtf8(file.readAll());
        const Heading heading = headingOf(text);
        all.push_back({QLatin1String(name), heading.title, heading.about, text});
    }
    return all;
}

Result<QString> filledIn(const ProjectTemplate& chosen, const board::BoardProfile& board)
{
    QString text = chosen.text;
    text.remove(QStringLiteral("# SPDX-License-Identifier: MIT\n"));
    const auto fill = [&](const QString& place, const board::PinProfile* pin, int number) {
        if (!text.contains(place)) return true;
        text.replace(place, QString::number(number));
        return pin != nullptr;
    };
    const auto* led = pinOf(board, {"led", "rgb_led"});
    if (!fill(QStringLiteral("@led"), led, led ? led->number : 0)) return wrong(Words::tr("this board has no LED on a pin"));
    const auto* button = pinOf(board, {"push_button"});
    if (!fill(QStringLiteral("@button"), button, button ? button->number : 0)) return wrong(Words::tr("this board has no push button"));
    const auto* analog = pinOf(board, {"photoresistor", "potentiometer", "thermistor"});
    if (!fill(QStringLiteral("@analog"), analog, analog ? analog->number : 0)) return wrong(Words::tr("this board has no analogue sensor"));
    return text;
}

Result<QString> createProject(const QString& folder, const QString& name, const ProjectTemplate& chosen, const board::BoardProfile& board)
{
    if (name.trimmed().isEmpty() || name.contains(QLatin1Char('/')) || name.startsWith(QLatin1Char('.')))
        return wrong(Words::tr("a project's name is a folder's name: not empty, no '/', no '.' in front"));
    const QDir place(QDir(folder).filePath(name.trimmed()));
    if (place.exists() && !place.isEmpty()) return wrong(Words::tr("%1 is there already and not empty").arg(QDir::toNativeSeparators(place.path())));
    const auto text = filledIn(chosen, board);
    if (!text) return tl::unexpected(text.error());
    if (!QDir().mkpath(place.path())) return wrong(Words::tr("%1 cannot be made").arg(QDir::toNativeSeparators(place.path())));
    const QByteArray project = QJsonDocument(QJsonObject{{"board", QString::fromStdString(board.name)}}).toJson();
    for (const auto& [file, content] : {std::pair{"main.py", text->toStdString()}, std::pair{"coroboard.json", project.toStdString()}})
        if (const auto saved = program::saveText(place.filePath(QLatin1String(file)).toStdString(), content); !saved)
            return tl::unexpected(saved.error());
    return place.path();
}

}  // namespace coroboard::gui
