// SPDX-License-Identifier: GPL-3.0-or-later
#include "task_view/task_model.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include "sample_board.h"
#include "task_view/task_view.h"
#include "waiting.h"

namespace coroboard::gui {

namespace {

std::shared_ptr<simulation::Snapshot> snapshotOf(std::vector<simulation::TaskSnapshot> tasks)
{
    auto snapshot = std::make_shared<simulation::Snapshot>();
    snapshot->tasks = std::move(tasks);
    return snapshot;
}

QString text(const QAbstractItemModel& model, int row, int column, const QModelIndex& parent = {})
{
    return model.index(row, column, parent).data().toString();
}

TEST(TaskModel, showsTaskFramesAndLocals)
{
    TaskModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    auto task = sampleTask(7, "worker", 12);
    task.chain.push_back({"inner", "main.py", 30, {{"x", "1"}, {"name", "'Ada'"}}});
    task.resumed = 1234;
    model.show(snapshotOf({task}));
    ASSERT_EQ(model.rowCount(), 1);
    EXPECT_EQ(text(model, 0, TaskModel::TaskColumn), "worker");
    EXPECT_EQ(text(model, 0, TaskModel::WhereColumn), "main.py:30");
    EXPECT_EQ(text(model, 0, TaskModel::ResumedColumn), "1,234");
    const QModelIndex row = model.index(0, 0);
    ASSERT_EQ(model.rowCount(row), 2);
    EXPECT_EQ(text(model, 0, 0, row), "worker()");
    EXPECT_EQ(text(model, 1, 0, row), "inner()");
    const QModelIndex inner = model.index(1, 0, row);
    ASSERT_EQ(model.rowCount(inner), 2);
    EXPECT_EQ(text(model, 1, 0, inner), "name = 'Ada'");
}

TEST(TaskModel, namesTheWaker)
{
    TaskModel model;
    auto waiting = sampleTask(2, "consumer", 5);
    waiting.waitsFor = "Event full";
    waiting.waker = 1;
    model.show(snapshotOf({sampleTask(1, "producer", 3), waiting}));
    EXPECT_EQ(text(model, 1, TaskModel::WaitsColumn), "Event full ← producer");
}

TEST(TaskModel, tasksComeAndGoAndTheOthersKeepTheirRows)
{
    TaskModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.show(snapshotOf({sampleTask(1, "a", 1), sampleTask(2, "b", 2), sampleTask(3, "c", 3)}));
    const QPersistentModelIndex third(model.index(2, 0));
    model.show(snapshotOf({sampleTask(3, "c", 33), sampleTask(4, "d", 4), sampleTask(1, "a", 1)}));
    ASSERT_EQ(model.rowCount(), 3);
    ASSERT_TRUE(third.isValid());
    EXPECT_EQ(third.row(), 1);
    EXPECT_EQ(text(model, 1, TaskModel::WhereColumn), "main.py:33");
    EXPECT_EQ(text(model, 2, TaskModel::TaskColumn), "d");
    model.show(snapshotOf({}));
    EXPECT_EQ(model.rowCount(), 0);
    EXPECT_FALSE(third.isValid());
}

TEST(TaskModel, chainsGrowAndShrink)
{
    TaskModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    for (std::size_t depth : {1u, 5u, 2u, 0u, 3u}) {
        auto task = sampleTask(1, "deep", 1);
        task.chain.clear();
        for (std::size_t i = 0; i < depth; ++i) task.chain.push_back({"f" + std::to_string(i), "main.py", static_cast<int>(i) + 1, {{"i", std::to_string(i)}}});
        model.show(snapshotOf({task}));
        EXPECT_EQ(model.rowCount(model.index(0, 0)), static_cast<int>(depth));
    }
}

TEST(TaskModel, theBoardsOwnCoroutinesAreShownOnDemand)
{
    TaskModel model;
    auto part = sampleTask(2, "thermistor", 0);
    part.kind = "part";
    model.show(snapshotOf({sampleTask(1, "a", 1), part}));
    EXPECT_EQ(model.rowCount(), 1);
    model.setScope(TaskScope::Everything);
    EXPECT_EQ(model.rowCount(), 2);
    model.setScope(TaskScope::Program);
    EXPECT_EQ(model.rowCount(), 1);
}

TEST(TaskModel, countsDownToADeadline)
{
    TaskModel model;
    auto task = sampleTask(1, "a", 1);
    task.deadline = time::powerOn + std::chrono::milliseconds(1000);
    auto snapshot = snapshotOf({task});
    model.show(snapshot);
    EXPECT_NEAR(model.index(0, 0).data(TaskModel::ProgressRole).toDouble(), 0, 1e-9);
    snapshot = snapshotOf({task});
    snapshot->now = time::powerOn + std::chrono::milliseconds(750);
    model.show(snapshot);
    EXPECT_NEAR(model.index(0, 0).data(TaskModel::ProgressRole).toDouble(), 0.75, 1e-9);
    EXPECT_EQ(model.index(0, 0).data(TaskModel::RemainingRole).toString(), "250 ms");
}

TEST(TaskModel, activityIsTheResumesBetweenTwoLooks)
{
    TaskModel model;
    auto task = sampleTask(1, "a", 1);
    for (int resumed : {10, 10, 13}) {
        task.resumed = static_cast<std::uint64_t>(resumed);
        model.show(snapshotOf({task}));
    }
    EXPECT_EQ(model.index(0, 0).data(TaskModel::ActivityRole).value<QList<int>>(), (QList<int>{0, 0, 3}));
}

TEST(TaskView, keepsSelectionAndOpenBranchesWhileTasksMove)
{
    TaskView view;
    view.resize(800, 200);
    view.QWidget::show();
    view.show(snapshotOf({sampleTask(1, "a", 1), sampleTask(2, "b", 2)}));
    ASSERT_TRUE(eventually([&] { return view.model()->rowCount() == 2; }));
    view.tree()->setCurrentIndex(view.model()->indexOfTask(2));
    view.tree()->expand(view.model()->indexOfTask(2));
    for (int line = 10; line < 15; ++line) {
        view.show(snapshotOf({sampleTask(2, "b", line), sampleTask(3, "c", 3)}));
        ASSERT_TRUE(eventually([&] { return text(*view.model(), 0, TaskModel::WhereColumn) == QString("main.py:%1").arg(line); }));
    }
    EXPECT_EQ(view.tree()->currentIndex(), view.model()->indexOfTask(2));
    EXPECT_TRUE(view.tree()->isExpanded(view.model()->indexOfTask(2)));
}

TEST(TaskView, doubleClickAsksForTheLine)
{
    TaskView view;
    view.resize(800, 200);
    view.QWidget::show();
    view.show(snapshotOf({sampleTask(1, "a", 42)}));
    ASSERT_TRUE(eventually([&] { return view.model()->rowCount() == 1; }));
    QSignalSpy spy(&view, &TaskView::lineAsked);
    const QPoint cell = view.tree()->visualRect(view.model()->index(0, TaskModel::StateColumn)).center();
    QTest::mouseClick(view.tree()->viewport(), Qt::LeftButton, {}, cell);
    QTest::mouseDClick(view.tree()->viewport(), Qt::LeftButton, {}, cell);
    ASSERT_GE(spy.count(), 1);
    EXPECT_EQ(spy.first().at(0).toString(), "main.py");
    EXPECT_EQ(spy.first().at(1).toInt(), 42);
}

}  // namespace

}  // namespace coroboard::gui
