// SPDX-License-Identifier: GPL-3.0-or-later
#include "help/reference_pages.h"

#include <QCoreApplication>
#include <QStringList>

#include "simulation/module_catalogue.h"
#include "simulation/part_catalogue.h"

namespace coroboard::gui {

namespace {

// The words of this file, for translators.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(HelpPages)
};

QString text(std::string_view view) { return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size())); }

// What Markdown would read as its own marks.
QString cell(QString words)
{
    for (const char* mark : {"\\", "|", "*", "_", "<"}) words.replace(QLatin1String(mark), QStringLiteral("\\") + QLatin1String(mark));
    return words;
}

QString coverageWord(simulation::Coverage coverage)
{
    switch (coverage) {
    case simulation::Coverage::Real: return Words::tr("real");
    case simulation::Coverage::Partial: return Words::tr("partial");
    case simulation::Coverage::Absent: return Words::tr("absent");
    }
    return {};
}

QString rangeText(const parts::ControlDescription& control)
{
    if (control.kind != parts::ControlKind::Slider) return Words::tr("press");
    return QStringLiteral("%1 … %2 %3").arg(control.minimum).arg(control.maximum).arg(text(control.unit)).trimmed();
}

}  // namespace

QString modulesPage()
{
    QString page = QStringLiteral("# ") + Words::tr("Modules") + QStringLiteral("\n\n") +
                   Words::tr("Every call of MicroPython that this version knows of. What is absent raises an exception by name; nothing answers 0 without a word.") +
                   QStringLiteral("\n");
    std::string_view module;
    for (const simulation::CatalogueCall& call : simulation::moduleCatalogue()) {
        if (call.module != module) {
            module = call.module;
            page += QStringLiteral("\n## %1\n\n| %2 | | %3 |\n|---|---|---|\n").arg(cell(text(module)), Words::tr("Call"), Words::tr("Note"));
        }
        const QString name = call.call.empty() ? Words::tr("(the module)") : cell(text(call.call));
        const QString word = coverageWord(call.coverage);
        page += QStringLiteral("| %1 | %2 | %3 |\n").arg(name, call.coverage == simulation::Coverage::Real ? word : QStringLiteral("*%1*").arg(word), cell(text(call.note)));
    }
    return page;
}

QString partsPage()
{
    QString page = QStringLiteral("# ") + Words::tr("Parts") + QStringLiteral("\n\n") +
                   Words::tr("Every part that a board can carry, by the name its profile uses.") + QStringLiteral("\n");
    for (const parts::PartDescription& part : simulation::partCatalogue()) {
        page += QStringLiteral("\n## %1\n\n`%2`").arg(cell(text(part.title)), text(part.model));
        if (!part.source.empty()) page += QStringLiteral(" · %1").arg(cell(text(part.source)));
        QStringList pins;
        for (const parts::PinDescription& pin : part.pins) pins.append(QStringLiteral("`%1`").arg(text(pin.id)));
        page += QStringLiteral("\n\n%1 %2\n").arg(Words::tr("Pins:"), pins.join(QStringLiteral(", ")));
        if (!part.controls.empty()) page += QStringLiteral("\n| %1 | %2 |\n|---|---|\n").arg(Words::tr("Control"), Words::tr("Range"));
        for (const parts::ControlDescription& control : part.controls)
            page += QStringLiteral("| %1 | %2 |\n").arg(cell(text(control.label)), rangeText(control));
        if (!part.notModelled.empty()) page += QStringLiteral("\n%1\n\n").arg(Words::tr("Not modelled:"));
        for (const std::string& missing : part.notModelled) page += QStringLiteral("- %1\n").arg(cell(text(missing)));
    }
    return page;
}

QString keyboardPage(const QList<QAction*>& actions)
{
    QString page = QStringLiteral("# ") + Words::tr("The keyboard") + QStringLiteral("\n\n") +
                   Words::tr("Everything can be done without a mouse: Alt and the underlined letter open a menu, Tab goes from one thing to the next.") +
                   QStringLiteral("\n\n| %1 | %2 |\n|---|---|\n").arg(Words::tr("Keys"), Words::tr("What they do"));
    for (const QAction* action : actions) {
        QStringList keys;
        for (const QKeySequence& sequence : action->shortcuts())
            if (!sequence.isEmpty()) keys.append(sequence.toString(QKeySequence::NativeText));
        if (keys.isEmpty()) continue;
        QString words = action->text();
        page += QStringLiteral("| %1 | %2 |\n").arg(cell(keys.join(QStringLiteral(", "))), cell(words.remove(QLatin1Char('&')).remove(QStringLiteral("…"))));
    }
    page += QStringLiteral("\n## %1\n\n").arg(Words::tr("On the board")) +
            Words::tr("While the board has the focus, the keys printed beside its buttons press them.") +
            QStringLiteral("\n\n## %1\n\n| %2 | %3 |\n|---|---|\n").arg(Words::tr("In the console"), Words::tr("Keys"), Words::tr("What they do")) +
            QStringLiteral("| Ctrl+C | %1 |\n| Ctrl+D | %2 |\n| Ctrl+Shift+C | %3 |\n")
                .arg(Words::tr("interrupts the program; copies when text is selected"), Words::tr("end of input"), Words::tr("copies"));
    return page;
}

}  // namespace coroboard::gui
