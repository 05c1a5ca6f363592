// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/language.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace coroboard::gui {

namespace {

const QString oursName = QStringLiteral("coroboard");

}  // namespace

void installLanguage(const QString& name)
{
    const QLocale locale = name.isEmpty() ? QLocale::system() : QLocale(name);
    QCoreApplication* app = QCoreApplication::instance();
    for (auto* before : app->findChildren<QTranslator*>(QString(), Qt::FindDirectChildrenOnly)) {
        QCoreApplication::removeTranslator(before);
        delete before;
    }
    if (locale.language() == QLocale::English) return;
    auto* ours = new QTranslator(app);
    if (!ours->load(locale, QStringLiteral("coroboard"), QStringLiteral("_"), QStringLiteral(":/translations"))) {
        delete ours;
        return;
    }
    ours->setObjectName(oursName);
    QCoreApplication::installTranslator(ours);
    // Qt's own dialogs and buttons, where its translations are installed.
    auto* qt = new QTranslator(app);
    if (qt->load(locale, QStringLiteral("qtbase"), QStringLiteral("_"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qt);
}

QString spokenLanguage()
{
    const auto* ours = QCoreApplication::instance()->findChild<QTranslator*>(oursName, Qt::FindDirectChildrenOnly);
    return ours ? QFileInfo(ours->filePath()).completeBaseName().section(QLatin1Char('_'), 1) : QStringLiteral("en");
}

}  // namespace coroboard::gui
