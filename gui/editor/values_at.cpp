// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/values_at.h"

#include <QStringList>

namespace coroboard::gui {

namespace {

using Frame = simulation::TaskSnapshot::Frame;

constexpr int mostTasks = 6;

// The innermost function around a line; null: the module.
const program::FunctionScope* scopeAt(const std::vector<program::FunctionScope>& scopes, int line)
{
    const program::FunctionScope* innermost = nullptr;
    for (const program::FunctionScope& scope : scopes)
        if (scope.firstLine <= line && line <= scope.lastLine && (!innermost || scope.firstLine >= innermost->firstLine)) innermost = &scope;
    return innermost;
}

bool isIn(const Frame& frame, const program::FunctionScope* scope, const std::string& file)
{
    if (frame.file != file) return false;
    return scope ? frame.line >= scope->firstLine && frame.line <= scope->lastLine : frame.function == "<module>";
}

QString valueIn(const Frame& frame, const QString& name)
{
    for (const auto& local : frame.locals)
        if (local.name == name.toStdString()) return QStringLiteral("%1 = %2").arg(name, QString::fromStdString(local.value));
    return {};
}

}  // namespace

QString valuesAt(const simulation::Snapshot& snapshot, const std::vector<program::FunctionScope>& scopes, const QString& file,
                 const QString& name, int line)
{
    const program::FunctionScope* scope = scopeAt(scopes, line);
    const std::string onBoard = file.toStdString();
    if (snapshot.stop) {
        const auto& frames = snapshot.stop->frames;
        for (auto frame = frames.rbegin(); frame != frames.rend(); ++frame)
            if (const QString value = isIn(*frame, scope, onBoard) ? valueIn(*frame, name) : QString(); !value.isEmpty()) return value;
    }
    QStringList values;
    QStringList tasks;
    for (const auto& task : snapshot.tasks) {
        for (const Frame& frame : task.chain) {
            const QString value = scope && isIn(frame, scope, onBoard) ? valueIn(frame, name) : QString();
            if (value.isEmpty()) continue;
            values.append(value);
            tasks.append(QStringLiteral("%1 #%2: %3").arg(QString::fromStdString(task.name)).arg(task.id).arg(value));
            break;
        }
    }
    if (values.size() == 1) return values.first();
    if (!values.isEmpty())
        return tasks.size() > mostTasks ? tasks.mid(0, mostTasks).join(QLatin1Char('\n')) + QStringLiteral("\n…") : tasks.join(QLatin1Char('\n'));
    if (!snapshot.stop) return {};
    // A variable of the module, seen from inside a function.
    for (const Frame& frame : snapshot.stop->frames)
        if (frame.file == onBoard && frame.function == "<module>") return valueIn(frame, name);
    return {};
}

}  // namespace coroboard::gui
