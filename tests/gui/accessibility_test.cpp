// SPDX-License-Identifier: GPL-3.0-or-later
// Nobody needs a mouse, and a screen reader has a name for everything that can be used.

#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QComboBox>
#include <QDialog>
#include <QDockWidget>
#include <QLineEdit>
#include <QMenuBar>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTranslator>

#include "main_window/main_window.h"
#include "waiting.h"

namespace coroboard::gui {

namespace {

QString describe(const QWidget* widget)
{
    QString path;
    for (const QWidget* at = widget; at; at = at->parentWidget())
        path = QStringLiteral("%1(%2) ").arg(at->metaObject()->className(), at->objectName()) + path;
    return path;
}

// What the keyboard can reach, and every button whether it can or not.
bool isUsed(const QWidget* widget)
{
    if (qobject_cast<const QScrollBar*>(widget) || qobject_cast<const QMenuBar*>(widget)) return false;
    if (QString::fromLatin1(widget->metaObject()->className()).startsWith("QTabBar")) return false;
    return qobject_cast<const QAbstractButton*>(widget) || widget->focusPolicy() & Qt::TabFocus;
}

QString nameOf(QWidget* widget)
{
    QAccessibleInterface* face = QAccessible::queryAccessibleInterface(widget);
    return face ? face->text(QAccessible::Name) : QString();
}

void expectNames(QWidget* top)
{
    int used = 0;
    for (QWidget* widget : top->findChildren<QWidget*>()) {
        if (!isUsed(widget) || widget->objectName().startsWith("qt_") || widget->focusProxy()) continue;
        // The inside of a spin box or a combo box speaks through its owner; Qt's own file dialog is Qt's.
        if (qobject_cast<QLineEdit*>(widget) && !qobject_cast<QAbstractScrollArea*>(widget->parentWidget()) &&
            widget->objectName().isEmpty())
            continue;
        if (qobject_cast<QAbstractItemView*>(widget) && qobject_cast<QComboBox*>(widget->parentWidget()->parentWidget())) continue;
        ++used;
        EXPECT_FALSE(nameOf(widget).trimmed().isEmpty()) << describe(widget).toStdString();
    }
    EXPECT_GT(used, 0) << describe(top).toStdString();
}

class AccessibilityTest : public testing::Test {
protected:
    AccessibilityTest()
    {
        window.resize(1280, 720);
        window.show();
        window.start({}, {});
    }

    QTemporaryDir folder;
    Settings settings{folder.filePath("settings.conf")};
    Theme theme;
    SimulationLink link;
    MainWindow window{link, settings, theme};
};

TEST_F(AccessibilityTest, everythingThatCanBeUsedHasAName)
{
    window.showStart();
    window.findChild<QDockWidget*>("help")->show();
    expectNames(&window);
}

TEST_F(AccessibilityTest, soHasEverythingInTheDialogs)
{
    for (const char* name : {"newProject", "preferences", "about"}) {
        window.findChild<QAction*>(name)->trigger();
        auto* dialog = window.findChild<QDialog*>();
        ASSERT_TRUE(dialog) << name;
        expectNames(dialog);
        EXPECT_FALSE(dialog->windowTitle().isEmpty());
        dialog->close();
        EXPECT_TRUE(eventually([&] { return !window.findChild<QDialog*>(); }));
    }
}

TEST_F(AccessibilityTest, everyPaneIsReachedWithItsKey)
{
    window.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
    const std::pair<Qt::Key, const char*> keys[] = {{Qt::Key_2, "editor"}, {Qt::Key_3, "console"}, {Qt::Key_4, "sensors"},
                                                    {Qt::Key_5, "tasks"},  {Qt::Key_6, "signals"}, {Qt::Key_7, "help"}};
    for (const auto& [key, name] : keys) {
        auto* dock = window.findChild<QDockWidget*>(name);
        dock->hide();
        QTest::keyClick(&window, key, Qt::ControlModifier);
        EXPECT_TRUE(dock->isVisible()) << name;
        EXPECT_TRUE(QApplication::focusWidget() && dock->isAncestorOf(QApplication::focusWidget()))
            << name << ": " << describe(QApplication::focusWidget()).toStdString();
    }
    QTest::keyClick(&window, Qt::Key_1, Qt::ControlModifier);
    EXPECT_EQ(describe(QApplication::focusWidget()).contains("BoardView"), true) << describe(QApplication::focusWidget()).toStdString();
}

// Letters and shortcuts of a menu and all menus in it.
void expectDistinct(QMenu* menu, QHash<QString, QString>& shortcuts)
{
    QHash<QString, QString> letters;
    for (QAction* action : menu->actions()) {
        if (action->isSeparator()) continue;
        if (const auto at = action->text().indexOf('&'); at >= 0) {
            const QString letter = action->text().mid(at + 1, 1).toLower();
            EXPECT_FALSE(letters.contains(letter))
                << menu->title().toStdString() << ": " << action->text().toStdString() << " and " << letters[letter].toStdString();
            letters[letter] = action->text();
        }
        // A key of one widget means nothing elsewhere.
        for (const QKeySequence& keys : action->shortcutContext() == Qt::WidgetShortcut ? QList<QKeySequence>() : action->shortcuts()) {
            EXPECT_EQ(shortcuts.value(keys.toString(), action->objectName()), action->objectName()) << keys.toString().toStdString();
            shortcuts[keys.toString()] = action->objectName();
        }
        if (action->menu()) expectDistinct(action->menu(), shortcuts);
    }
}

TEST_F(AccessibilityTest, noTwoActionsShareAShortcutOrALetterInAnyLanguage)
{
    for (const char* language : {"en", "de", "zh_CN"}) {
        QTranslator words;
        EXPECT_EQ(words.load(QLocale(language), "coroboard", "_", ":/translations"), QString(language) != "en");
        QCoreApplication::installTranslator(&words);
        MainWindow translated(link, settings, theme);
        QHash<QString, QString> shortcuts;
        QHash<QString, QString> letters;
        for (QAction* action : translated.menuBar()->actions()) {
            const QString letter = action->text().section('&', 1).left(1).toLower();
            EXPECT_FALSE(letter.isEmpty() || letters.contains(letter)) << action->text().toStdString();
            letters[letter] = action->text();
            expectDistinct(action->menu(), shortcuts);
        }
        EXPECT_GT(shortcuts.size(), 15);
        QCoreApplication::removeTranslator(&words);
    }
}

}  // namespace

}  // namespace coroboard::gui
