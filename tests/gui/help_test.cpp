// SPDX-License-Identifier: GPL-3.0-or-later
// The help: pages, links, search, lessons, tour, about and preferences.

#include "help/help_panel.h"

#include <gtest/gtest.h>

#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>

#include "editor/editor_panel.h"
#include "help/about_dialog.h"
#include "help/tour.h"
#include "main_window/main_window.h"
#include "settings/preferences_dialog.h"
#include "simulation/module_catalogue.h"
#include "simulation/part_catalogue.h"
#include "start/gallery.h"
#include "waiting.h"

namespace coroboard::gui {

namespace {

class HelpPagesIn : public testing::TestWithParam<const char*> {};
INSTANTIATE_TEST_SUITE_P(Languages, HelpPagesIn, testing::Values("en", "de", "zh_CN"));

TEST_P(HelpPagesIn, everyLinkLeadsSomewhere)
{
    const HelpPages pages({}, GetParam());
    static const QRegularExpression link(QStringLiteral("\\]\\(([^)]+)\\)"));
    for (const HelpPage& page : pages.pages()) {
        EXPECT_FALSE(page.title.endsWith(".md")) << page.name.toStdString() << " has no heading";
        for (auto match = link.globalMatch(page.text); match.hasNext();) {
            const QUrl target(match.next().captured(1));
            if (target.scheme() == "lesson") {
                EXPECT_TRUE(QFileInfo::exists(examplesFolder() + "/lessons/" + target.path() + "/main.py")) << target.path().toStdString();
            } else if (target.scheme().isEmpty()) {
                EXPECT_TRUE(pages.page(target.path())) << page.name.toStdString() << " → " << target.path().toStdString();
            }
        }
    }
}

TEST(HelpPages, areInTheLanguageAndOtherwiseInEnglish)
{
    EXPECT_EQ(HelpPages().page("contents.md")->title, "Help");
    EXPECT_EQ(HelpPages({}, "de").page("contents.md")->title, "Hilfe");
    EXPECT_EQ(HelpPages({}, "zh_CN").page("contents.md")->title, QString::fromUtf8("帮助"));
    EXPECT_EQ(HelpPages({}, "fr").page("contents.md")->title, "Help");
}

TEST(HelpPages, everyLessonHasAPageAndIsInTheContents)
{
    const HelpPages pages;
    const QStringList lessons = QDir(examplesFolder() + "/lessons").entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    ASSERT_GE(lessons.size(), 10);
    for (const QString& lesson : lessons) {
        const QString name = "lesson-" + lesson + ".md";
        ASSERT_TRUE(pages.page(name)) << name.toStdString();
        EXPECT_TRUE(pages.page(name)->text.contains("(lesson:" + lesson + ")"));
        EXPECT_TRUE(pages.page(name)->text.contains("## Watch"));
        EXPECT_TRUE(pages.page("contents.md")->text.contains(name));
    }
}

TEST(HelpPages, referencesNameEverythingThatIsThere)
{
    const HelpPages pages;
    const QString modules = pages.page("modules.md")->text;
    for (const auto& call : simulation::moduleCatalogue())
        EXPECT_TRUE(modules.contains("## " + QString::fromStdString(std::string(call.module)).replace('_', "\\_"))) << call.module;
    const QString parts = pages.page("parts.md")->text;
    for (const auto& part : simulation::partCatalogue()) EXPECT_TRUE(parts.contains('`' + QString::fromStdString(part.model) + '`')) << part.model;
}

TEST(HelpPages, searchFindsHeadingsFirstAndNeedsEveryWord)
{
    const HelpPages pages;
    const auto hits = pages.search("cancel");
    ASSERT_FALSE(hits.empty());
    EXPECT_EQ(hits.front().name, "lesson-09-cancel.md");
    EXPECT_FALSE(hits.front().line.contains('['));
    EXPECT_TRUE(pages.search("cancel zebra").empty());
    EXPECT_TRUE(pages.search("  ").empty());
    EXPECT_TRUE(pages.search("(*").empty());
}

class HelpTest : public testing::Test {
protected:
    HelpTest()
    {
        window.resize(1280, 720);
        window.show();
        window.start({}, {});
    }

    QAction* action(const char* name) { return window.findChild<QAction*>(name); }

    QTemporaryDir folder;
    Settings settings{folder.filePath("settings.conf")};
    Theme theme;
    SimulationLink link;
    MainWindow window{link, settings, theme};
};

TEST_F(HelpTest, f1OpensIt)
{
    auto* dock = window.findChild<QDockWidget*>("help");
    EXPECT_FALSE(dock->isVisible());
    window.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(&window, Qt::Key_F1);
    EXPECT_TRUE(dock->isVisible());
    EXPECT_EQ(window.help().currentPage(), "contents.md");
    EXPECT_TRUE(window.help().browser().toPlainText().contains("Async and await"));
}

TEST_F(HelpTest, searchAndTrail)
{
    action("help")->trigger();
    auto* search = window.help().findChild<QLineEdit*>("helpSearch");
    auto* hits = window.help().findChild<QListWidget*>("helpHits");
    QTest::keyClicks(search, "generator");
    ASSERT_TRUE(hits->isVisible());
    ASSERT_GT(hits->count(), 0);
    QTest::keyClick(search, Qt::Key_Return);
    EXPECT_EQ(window.help().currentPage(), "lesson-06-generators.md");
    EXPECT_FALSE(hits->isVisible());
    window.help().findChild<QAction*>("helpBack")->trigger();
    EXPECT_EQ(window.help().currentPage(), "contents.md");
    window.help().findChild<QAction*>("helpForward")->trigger();
    EXPECT_EQ(window.help().currentPage(), "lesson-06-generators.md");
    search->clear();
    QTest::keyClicks(search, "zebra");
    EXPECT_TRUE(hits->item(0)->text().contains("Nothing"));
}

TEST_F(HelpTest, aLessonsLinkOpensItAndItRuns)
{
    window.openHelp("lesson-09-cancel.md");
    QTextBrowser& browser = window.help().browser();
    Q_EMIT browser.anchorClicked(QUrl("lesson:09-cancel"));
    EXPECT_TRUE(window.windowTitle().contains("09-cancel/main.py"));
    EXPECT_TRUE(eventually([&] { return link.snapshot()->program == simulation::ProgramState::Waiting; }));
    EXPECT_EQ(window.help().currentPage(), "lesson-09-cancel.md");
}

TEST_F(HelpTest, theKeyboardPageListsTheShortcuts)
{
    action("keyboard")->trigger();
    const QString page = window.help().browser().toPlainText();
    for (const char* keys : {"F5", "F10", "Ctrl+F", "F1"}) EXPECT_TRUE(page.contains(keys)) << keys;
}

TEST_F(HelpTest, theTourGoesThroughEveryPlaceAndCanBeSkipped)
{
    action("tour")->trigger();
    auto* tour = window.findChild<Tour*>();
    ASSERT_TRUE(tour);
    QSignalSpy ended(tour, &Tour::ended);
    EXPECT_EQ(tour->stop(), 0);
    QStringList texts;
    while (ended.isEmpty() && texts.size() < 20) {
        texts.append(tour->findChild<QLabel*>("tourText")->text());
        QTest::mouseClick(tour->findChild<QPushButton*>("tourNext"), Qt::LeftButton);
    }
    EXPECT_EQ(texts.size(), 7);
    EXPECT_EQ(QSet<QString>(texts.begin(), texts.end()).size(), 7);
    EXPECT_TRUE(eventually([&] { return !window.findChild<Tour*>(); }));

    action("tour")->trigger();
    tour = window.findChild<Tour*>();
    QTest::keyClick(tour, Qt::Key_Right);
    QTest::keyClick(tour, Qt::Key_Right);
    QTest::keyClick(tour, Qt::Key_Left);
    EXPECT_EQ(tour->stop(), 1);
    QTest::keyClick(tour, Qt::Key_Escape);
    EXPECT_FALSE(tour->isVisible());
}

TEST_F(HelpTest, theBubbleStaysInsideASmallWindow)
{
    window.resize(1024, 600);
    action("tour")->trigger();
    auto* tour = window.findChild<Tour*>();
    for (int i = 0; i < 6; ++i) {
        const QRect bubble = tour->findChild<QWidget*>("tourBubble")->geometry();
        EXPECT_TRUE(tour->rect().contains(bubble)) << i;
        QTest::keyClick(tour, Qt::Key_Right);
    }
}

TEST_F(HelpTest, aboutNamesTheLicences)
{
    action("about")->trigger();
    auto* box = window.findChild<AboutDialog*>();
    ASSERT_TRUE(box);
    const QString text = box->findChild<QTextBrowser*>("licences")->toPlainText();
    for (const char* name : {"General Public License", "MicroPython", "QScintilla", "Boost", "CLI11"}) EXPECT_TRUE(text.contains(name)) << name;
}

void choose(QWidget* dialog, const char* name, const QVariant& value)
{
    auto* box = dialog->findChild<QComboBox*>(name);
    ASSERT_TRUE(box) << name;
    box->setCurrentIndex(box->findData(value));
    Q_EMIT box->activated(box->currentIndex());
}

TEST_F(HelpTest, preferencesTakeEffectAndAreKept)
{
    action("preferences")->trigger();
    auto* dialog = window.findChild<PreferencesDialog*>();
    ASSERT_TRUE(dialog);
    choose(dialog, "themeChoice", int(ThemeChoice::Dark));
    EXPECT_EQ(theme.brightness(), Brightness::Dark);
    EXPECT_EQ(settings.theme(), ThemeChoice::Dark);
    const double before = QApplication::font().pointSizeF();
    choose(dialog, "fontSize", 14);
    EXPECT_EQ(QApplication::font().pointSizeF(), 14);
    EXPECT_EQ(settings.fontSize(), 14);
    choose(dialog, "fontSize", 0);
    EXPECT_EQ(QApplication::font().pointSizeF(), before);
    choose(dialog, "startUp", int(StartUp::StartPage));
    choose(dialog, "autosave", int(Autosave::BeforeRun));
    choose(dialog, "startSpeed", 0.5);
    choose(dialog, "language", "de");
    const Settings again(folder.filePath("settings.conf"));
    EXPECT_EQ(again.startUp(), StartUp::StartPage);
    EXPECT_EQ(again.autosave(), Autosave::BeforeRun);
    EXPECT_EQ(again.startSpeed(), 0.5);
    EXPECT_EQ(again.language(), "de");
}

TEST_F(HelpTest, filesAreSavedBeforeRunningWhenWanted)
{
    QFile file(folder.filePath("program.py"));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("print(1)\n");
    file.close();
    window.openPath(file.fileName());
    QTest::keyClicks(&window.editor().editor(), "#");
    window.run();
    EXPECT_TRUE(window.editor().modified());
    settings.setAutosave(Autosave::BeforeRun);
    window.run();
    EXPECT_FALSE(window.editor().modified());
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll(), "#print(1)\n");
}

}  // namespace

}  // namespace coroboard::gui
