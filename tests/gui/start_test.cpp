// SPDX-License-Identifier: GPL-3.0-or-later
// The start page, the gallery behind it, and new projects.

#include "start/start_page.h"

#include <gtest/gtest.h>

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

#include "editor/editor_panel.h"
#include "main_window/main_window.h"
#include "main_window/message_bar.h"
#include "program/program.h"
#include "simulation/board_files.h"
#include "start/gallery_card.h"
#include "start/new_project_dialog.h"
#include "waiting.h"

namespace coroboard::gui {

namespace {

TEST(Gallery, headingIsTheFirstCommentOfAProgram)
{
    const Heading heading = headingOf("# SPDX-License-Identifier: MIT\n#\n# Two\n# words: it shows\n# this.\n#\n# More: no.\nx = 1\n");
    EXPECT_EQ(heading.title, "Two words");
    EXPECT_EQ(heading.about, "It shows this.");
    EXPECT_TRUE(headingOf("x = 1  # no: heading\n").title.isEmpty());
}

TEST(Gallery, everyExampleHasTitleSentenceAndBoard)
{
    const auto entries = exampleEntries();
    ASSERT_GE(entries.size(), 2u);
    for (const GalleryEntry& entry : entries) {
        EXPECT_FALSE(entry.about.isEmpty()) << entry.path.toStdString();
        EXPECT_TRUE(QFileInfo::exists(entry.board)) << entry.path.toStdString();
    }
    EXPECT_EQ(entries.front().title, "First light");
    EXPECT_EQ(QFileInfo(entries[1].board).baseName(), "traffic-light");
}

class StartPageTest : public testing::Test {
protected:
    StartPageTest()
    {
        window.resize(1280, 720);
        window.show();
        window.start({}, {});
    }

    GalleryCard* card(const QString& title)
    {
        for (GalleryCard* each : window.startPage().cards())
            if (each->entry().title == title) return each;
        return nullptr;
    }

    QTemporaryDir folder;
    Settings settings{folder.filePath("settings.conf")};
    Theme theme;
    SimulationLink link;
    MainWindow window{link, settings, theme};
};

TEST_F(StartPageTest, theFirstRunShowsTheDemoAndSaysSo)
{
    EXPECT_FALSE(window.startPage().isVisible());
    EXPECT_TRUE(window.messages().has("welcome"));
    EXPECT_TRUE(eventually([&] { return link.snapshot()->program == simulation::ProgramState::Waiting; }));
    EXPECT_FALSE(settings.firstRun());
}

TEST_F(StartPageTest, aCardOpensItsExampleOnItsBoard)
{
    window.findChild<QAction*>("start")->trigger();
    ASSERT_TRUE(window.startPage().isVisible());
    ASSERT_TRUE(card("Crossing"));
    EXPECT_TRUE(eventually([&] { return card("Crossing")->hasPicture(); }));
    QTest::mouseClick(card("Crossing"), Qt::LeftButton);
    EXPECT_FALSE(window.startPage().isVisible());
    EXPECT_EQ(link.profile().name, "traffic-light");
    EXPECT_TRUE(window.windowTitle().contains("crossing/main.py"));
    EXPECT_TRUE(eventually([&] { return link.snapshot()->program == simulation::ProgramState::Waiting; }));
}

TEST_F(StartPageTest, everythingIsReachedWithTheKeyboard)
{
    window.showStart();
    window.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
    QSet<QWidget*> reached;
    // Twice as often as there are cards, so that everything between them is reached too.
    for (qsizetype i = 0; i < 2 * qsizetype(window.startPage().cards().size()); ++i) {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &window.startPage(), Qt::Key_Tab);
        QWidget* at = QApplication::focusWidget();
        ASSERT_TRUE(at && window.startPage().isAncestorOf(at)) << "the focus left the page for " << (at ? at->metaObject()->className() : "nothing");
        reached.insert(at);
    }
    for (GalleryCard* each : window.startPage().cards()) EXPECT_TRUE(reached.contains(each)) << each->text().toStdString();
    EXPECT_TRUE(reached.contains(window.startPage().findChild<QCheckBox*>("shownAtStart")));
    card("First light")->setFocus();
    QTest::keyClick(card("First light"), Qt::Key_Right);
    EXPECT_TRUE(card("Crossing")->hasFocus());
    QTest::keyClick(card("Crossing"), Qt::Key_Escape);
    EXPECT_FALSE(window.startPage().isVisible());
}

TEST_F(StartPageTest, aBoardOfOnesOwnIsInThePicker)
{
    const QString boards = QStringLiteral(COROBOARD_SOURCE_DIR) + "/boards/";
    for (const char* name : {"traffic-light.json", "traffic-light.svg"}) ASSERT_TRUE(QFile::copy(boards + name, folder.filePath(name)));
    window.openPath(folder.filePath("traffic-light.json"));
    auto* picker = window.findChild<QComboBox*>("boardPicker");
    EXPECT_EQ(picker->currentData().toString(), folder.filePath("traffic-light.json"));
    EXPECT_EQ(picker->currentText(), QString::fromStdString(link.profile().title));
}

TEST_F(StartPageTest, anExampleStaysAsItIs)
{
    const QString before = window.editor().editor().text();
    settings.setAutosave(Autosave::BeforeRun);
    QTest::keyClicks(&window.editor().editor(), "#");
    window.run();
    EXPECT_FALSE(window.save());
    EXPECT_TRUE(window.messages().text("file").contains("example"));
    EXPECT_TRUE(window.editor().modified());
    const auto onDisk = program::loadProgram(window.editor().path().toStdString());
    ASSERT_TRUE(onDisk);
    EXPECT_EQ(QString::fromStdString(onDisk->main), before);
}

TEST_F(StartPageTest, recentProgramsAreListed)
{
    window.openPath(QString::fromStdString((simulation::boardsFolder() / "../resources/examples/crossing").string()));
    window.showStart();
    auto* recent = window.startPage().findChild<QPushButton*>("recent");
    ASSERT_TRUE(recent);
    EXPECT_EQ(recent->text(), "crossing");
    window.openBoard("sensor-board");
    window.showStart();
    QTest::mouseClick(window.startPage().findChild<QPushButton*>("recent"), Qt::LeftButton);
    EXPECT_EQ(link.profile().name, "traffic-light");
}

TEST_F(StartPageTest, thePageIsShownAtTheStartWhenWanted)
{
    window.showStart();
    window.startPage().findChild<QCheckBox*>("shownAtStart")->click();
    SimulationLink other;
    MainWindow again(other, settings, theme);
    again.show();
    again.start({}, {});
    EXPECT_TRUE(again.startPage().isVisible());
    MainWindow given(other, settings, theme);
    given.show();
    given.start({}, "traffic-light");
    EXPECT_FALSE(given.startPage().isVisible());
}

TEST_F(StartPageTest, aNewProjectIsMadeAndRuns)
{
    window.findChild<QAction*>("newProject")->trigger();
    auto* dialog = window.findChild<NewProjectDialog*>();
    ASSERT_TRUE(dialog);
    auto* create = dialog->findChild<QPushButton*>("create");
    EXPECT_FALSE(create->isEnabled());
    QTest::keyClicks(dialog->findChild<QLineEdit*>("projectName"), "blinky");
    dialog->findChild<QLineEdit*>("projectFolder")->setText(folder.path());
    QTest::mouseClick(create, Qt::LeftButton);
    EXPECT_TRUE(window.windowTitle().contains("blinky/main.py"));
    const auto program = program::loadProgram(folder.filePath("blinky").toStdString());
    ASSERT_TRUE(program);
    EXPECT_EQ(program->board, "sensor-board");
    EXPECT_NE(program->main.find("Pin(16, Pin.OUT)"), std::string::npos) << program->main;
    EXPECT_TRUE(eventually([&] { return link.snapshot()->program == simulation::ProgramState::Waiting; }));
}

TEST(ProjectTemplates, fitEveryBoardOrSayWhatItLacks)
{
    for (const std::string& name : simulation::boardNames()) {
        const auto profile = simulation::findBoard(name);
        ASSERT_TRUE(profile);
        for (const ProjectTemplate& each : projectTemplates()) {
            EXPECT_FALSE(each.title.isEmpty() || each.about.isEmpty()) << each.name.toStdString();
            const auto text = filledIn(each, *profile);
            EXPECT_FALSE(text && text->contains("(@")) << each.name.toStdString();
            EXPECT_TRUE(text || text.error().message.find("this board has no") == 0);
        }
    }
}

TEST(ProjectTemplates, refuseWhatWouldOverwrite)
{
    QTemporaryDir folder;
    const auto profile = simulation::findBoard("sensor-board");
    const ProjectTemplate chosen = projectTemplates().front();
    ASSERT_TRUE(createProject(folder.path(), "one", chosen, *profile));
    EXPECT_FALSE(createProject(folder.path(), "one", chosen, *profile));
    EXPECT_FALSE(createProject(folder.path(), "a/b", chosen, *profile));
    EXPECT_FALSE(createProject(folder.path(), " ", chosen, *profile));
}

}  // namespace

}  // namespace coroboard::gui
