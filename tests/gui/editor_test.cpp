// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/editor_panel.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

#include "editor/source_file.h"
#include "sample_board.h"
#include "waiting.h"

namespace coroboard::gui {

namespace {

class EditorTest : public testing::Test {
protected:
    EditorTest()
    {
        panel.resize(500, 400);
        panel.show();
    }

    QString file(const QString& name, const QByteArray& bytes) const
    {
        QFile made(folder.filePath(name));
        EXPECT_TRUE(made.open(QIODevice::WriteOnly));
        made.write(bytes);
        return made.fileName();
    }

    QByteArray contents(const QString& path) const
    {
        QFile read(path);
        EXPECT_TRUE(read.open(QIODevice::ReadOnly));
        return read.readAll();
    }

    QTemporaryDir folder;
    EditorPanel panel;
};

TEST_F(EditorTest, opensEditsAndSaves)
{
    const QString path = file("blink.py", "print(1)\n");
    ASSERT_TRUE(panel.open(path));
    EXPECT_FALSE(panel.modified());
    EXPECT_EQ(panel.name(), "blink.py");
    panel.editor().setFocus();
    QTest::keyClicks(&panel.editor(), "x = 2");
    QTest::keyClick(&panel.editor(), Qt::Key_Return);
    EXPECT_TRUE(panel.modified());
    EXPECT_EQ(panel.program()->main, "x = 2\nprint(1)\n");
    ASSERT_TRUE(panel.saveAs(path));
    EXPECT_FALSE(panel.modified());
    EXPECT_EQ(contents(path), "x = 2\nprint(1)\n");
}

TEST_F(EditorTest, keepsWindowsLineEnds)
{
    const QString path = file("dos.py", "a = 1\r\nb = 2\r\n");
    ASSERT_TRUE(panel.open(path));
    EXPECT_EQ(panel.program()->main, "a = 1\nb = 2\n");
    ASSERT_TRUE(panel.saveAs(path));
    EXPECT_EQ(contents(path), "a = 1\r\nb = 2\r\n");
}

TEST_F(EditorTest, whatIsNoTextIsRefusedAndNothingChanges)
{
    ASSERT_TRUE(panel.open(file("good.py", "print(1)\n")));
    EXPECT_FALSE(panel.open(file("binary.py", QByteArray("a\0b", 3))));
    EXPECT_FALSE(panel.open(file("latin.py", "# gr\xfc\xdf\n")));
    EXPECT_FALSE(panel.open(file("huge.py", QByteArray(5 * 1024 * 1024, '#'))));
    const auto missing = panel.open(folder.filePath("missing.py"));
    ASSERT_FALSE(missing);
    EXPECT_NE(missing.error().message.find("missing.py"), std::string::npos);
    EXPECT_EQ(panel.name(), "good.py");
    EXPECT_EQ(panel.program()->main, "print(1)\n");
}

TEST_F(EditorTest, aProjectFolderIsTheFlash)
{
    ASSERT_TRUE(QDir(folder.path()).mkdir("project"));
    file("project/main.py", "print(1)\n");
    ASSERT_TRUE(panel.open(folder.filePath("project")));
    EXPECT_EQ(panel.name(), "project/main.py");
    EXPECT_EQ(QString::fromStdString(panel.program()->folder.string()), QDir(folder.path()).filePath("project"));
}

TEST_F(EditorTest, awaitOutsideACoroutineIsMarkedWhileTyping)
{
    panel.editor().setText("def f():\n    await g()\n");
    ASSERT_TRUE(eventually([&] { return !panel.editor().errors().empty(); }));
    EXPECT_EQ(panel.editor().errors().front().line, 2);
    EXPECT_TRUE(panel.editor().errors().front().message.contains("await"));
    panel.editor().setText("async def f():\n    await g()\n");
    EXPECT_TRUE(eventually([&] { return panel.editor().errors().empty(); }));
}

TEST_F(EditorTest, whatMicroPythonRefusesIsMarkedWhileTyping)
{
    panel.editor().setText("x = 1\nfor i in range(3)\n    print(i)\n");
    ASSERT_TRUE(eventually([&] { return !panel.editor().errors().empty(); }));
    EXPECT_EQ(panel.editor().errors().front().line, 2);
    EXPECT_TRUE(panel.editor().errors().front().message.contains("SyntaxError"));
    panel.editor().setText("x = 1\nfor i in range(3):\n    print(i)\n");
    EXPECT_TRUE(eventually([&] { return panel.editor().errors().empty(); }));
}

TEST_F(EditorTest, aTracebackMarksItsInnermostLineHere)
{
    panel.editor().setText("import lib\ndef f():\n    lib.go()\nf()\n");
    panel.showFailure("Traceback (most recent call last):\n  File \"main.py\", line 4, in <module>\n  File \"main.py\", line 3, in f\n"
                      "  File \"lib.py\", line 9, in go\nValueError: no\n");
    ASSERT_EQ(panel.editor().errors().size(), 1u);
    EXPECT_EQ(panel.editor().errors().front().line, 3);
    EXPECT_EQ(panel.editor().errors().front().message, "ValueError: no");
    int line = 0;
    int column = 0;
    panel.editor().getCursorPosition(&line, &column);
    EXPECT_EQ(line, 2);
    panel.editor().insert("#");
    EXPECT_TRUE(panel.editor().errors().empty());
}

TEST_F(EditorTest, marksWhereCoroutinesStand)
{
    panel.editor().setText(QString("pass\n").repeated(20));
    simulation::Snapshot snapshot;
    auto deep = sampleTask(1, "worker", 3);
    deep.chain.push_back({"sleep", "asyncio/core.py", 50, {}});      // the innermost line of our file counts
    snapshot.tasks = {deep, sampleTask(2, "worker", 3), sampleTask(3, "blink", 7), sampleTask(4, "done", 9)};
    snapshot.tasks.back().state = "finished";
    panel.show(std::make_shared<const simulation::Snapshot>(snapshot));
    ASSERT_TRUE(eventually([&] { return panel.editor().suspended().size() == 2; }));
    EXPECT_EQ(panel.editor().suspended()[0].line, 3);
    EXPECT_EQ(panel.editor().suspended()[0].tasks, "worker ×2");
    EXPECT_EQ(panel.editor().suspended()[1].tasks, "blink");
    EXPECT_EQ(panel.editor().markersAtLine(6), panel.editor().markersAtLine(2));
    EXPECT_NE(panel.editor().markersAtLine(6), 0u);
    EXPECT_EQ(panel.editor().markersAtLine(8), 0u);
}

TEST_F(EditorTest, findsAndReplaces)
{
    panel.editor().setText("one two one\n");
    panel.findBar().open();
    auto* what = panel.findBar().findChildren<QLineEdit*>().at(0);
    auto* with = panel.findBar().findChildren<QLineEdit*>().at(1);
    QTest::keyClicks(what, "one");
    QTest::keyClick(what, Qt::Key_Return);
    EXPECT_EQ(panel.editor().selectedText(), "one");
    QTest::keyClicks(with, "1");
    panel.findBar().replaceAll();
    EXPECT_EQ(panel.editor().text(), "1 two 1\n");
    QTest::keyClick(what, Qt::Key_Escape);
    EXPECT_FALSE(panel.findBar().isVisible());
}

}  // namespace

}  // namespace coroboard::gui
