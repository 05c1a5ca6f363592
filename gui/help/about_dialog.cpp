// SPDX-License-Identifier: GPL-3.0-or-later
#include "help/about_dialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QTextBrowser>
#include <QVBoxLayout>

#include "help/help_document.h"
#include "theme/icons.h"
#include "theme/theme.h"

namespace coroboard::gui {

namespace {

struct Work {
    const char* name;
    const char* licence;
    const char* address;
};

constexpr Work works[] = {
    {"MicroPython", "MIT", "https://micropython.org"},
    {"Qt", "LGPL-3.0", "https://www.qt.io"},
    {"QScintilla", "GPL-3.0", "https://www.riverbankcomputing.com/software/qscintilla"},
    {"Scintilla", "HPND", "https://www.scintilla.org"},
    {"wabt (wasm2c)", "Apache-2.0", "https://github.com/WebAssembly/wabt"},
    {"Boost.Context", "BSL-1.0", "https://www.boost.org"},
    {"{fmt}", "MIT", "https://fmt.dev"},
    {"nlohmann/json", "MIT", "https://json.nlohmann.me"},
    {"yaml-cpp", "MIT", "https://github.com/jbeder/yaml-cpp"},
    {"CLI11", "BSD-3-Clause", "https://github.com/CLIUtils/CLI11"},
    {"tl::expected", "CC0-1.0", "https://github.com/TartanLlama/expected"},
};

QString tableOfWorks()
{
    QString text = QStringLiteral("| %1 | %2 |\n|---|---|\n").arg(AboutDialog::tr("It stands on"), AboutDialog::tr("Licence"));
    for (const Work& work : works)
        text += QStringLiteral("| [%1](%2) | %3 |\n").arg(QLatin1String(work.name), QLatin1String(work.address), QLatin1String(work.licence));
    return text;
}

}  // namespace

AboutDialog::AboutDialog(QWidget* parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("aboutBox"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("About Coroboard"));
    resize(520, 560);
    auto* mark = new QLabel;
    mark->setPixmap(applicationIcon().pixmap(QSize(64, 64), devicePixelRatioF()));
    auto* name = new QLabel(tr("<h2>Coroboard %1</h2>A desktop simulator of a sensor board for MicroPython with <i>async</i> and "
                               "<i>await</i>: see the event loop itself.").arg(QStringLiteral(COROBOARD_VERSION)));
    name->setWordWrap(true);
    auto* head = new QHBoxLayout;
    head->setSpacing(2 * spacing::normal);
    head->addWidget(mark, 0, Qt::AlignTop);
    head->addWidget(name, 1);
    auto* licences = new QTextBrowser;
    licences->setObjectName(QStringLiteral("licences"));
    licences->setAccessibleName(tr("Licences"));
    licences->setOpenExternalLinks(true);
    showPage(*licences,
               tr("The desktop app is free software under the GNU General Public License, version 3 or later. The engine, the command line, "
                  "the boards and the examples are under the MIT licence.") + QStringLiteral("\n\n") + tableOfWorks() + QStringLiteral("\n") +
                   tr("Qt %1 runs it here. There is no warranty, to the extent the law permits.").arg(QLatin1String(qVersion())));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * spacing::wide, 2 * spacing::wide, 2 * spacing::wide, spacing::wide);
    column->setSpacing(2 * spacing::normal);
    column->addLayout(head);
    column->addWidget(licences, 1);
    column->addWidget(buttons);
}

}  // namespace coroboard::gui
