// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CodeKnowledge: what is known about names at a place in a Python text: what can follow, what is called, where it is defined. It reads the
// text itself, modules of the project, and short descriptions of the board's own modules (resources/modules/*.py). Simple inference: an
// imported name, a class, a variable that was made by calling a class, self. It guesses nothing. GUI thread; a few milliseconds at most.

#include <QHash>
#include <QStringList>
#include <functional>
#include <memory>
#include <optional>

#include "editor/python_outline.h"

namespace coroboard::gui {

struct Completion {
    SymbolKind kind = SymbolKind::Word;
    QString name;
    QString detail;              // "(id, mode=-1)"
    QString about;
};

struct CallTip {
    QString name;                // "Pin"
    QStringList parameters;      // without self
    int current = 0;             // the one that is being typed; beyond the last: none
    QString about;
};

struct Definition {
    QString file;                // absolute; empty: the text itself
    int line = 0;
};

// The text of a module of the user's by its dotted name, and its file; nothing when there is none.
struct ModuleSource {
    QString file;
    QString text;
};
using ModuleFinder = std::function<std::optional<ModuleSource>(const QString& module)>;

class CodeKnowledge {
public:
    CodeKnowledge(QString text, ModuleFinder finder);

    // What can follow at the end of `before`, the text of the line up to the cursor; sorted, all of it that begins with the word begun.
    // Module names of the user's that exist are given by the caller. `begun` is how much of the word is there.
    std::vector<Completion> completions(const QString& before, int line, const QStringList& projectModules, const QString& otherText) const;
    static QString wordBegun(const QString& before);

    // `before`: the text up to the cursor, a few lines.
    std::optional<CallTip> callTip(const QString& before, int line) const;

    // Of a dotted name ("queue.Queue") at a line.
    std::optional<Definition> definitionOf(const QString& dotted, int line) const;

    const std::vector<Symbol>& symbols() const { return m_own->symbols; }

    // The board's own modules that are described.
    static QStringList boardModules();

private:
    struct Source {
        QString file;
        std::vector<Symbol> symbols;
        bool ofBoard = false;
    };
    // A module, or a symbol in one; `instance`: a thing made by a class.
    struct Thing {
        std::shared_ptr<const Source> source;
        int symbol = -1;
        bool instance = false;
    };

    std::shared_ptr<const Source> module(const QString& name) const;
    std::optional<Thing> resolve(const QString& dotted, const std::shared_ptr<const Source>& in, int line, int depth = 0) const;
    std::optional<Thing> named(const QString& name, const std::shared_ptr<const Source>& in, int line, int depth) const;
    std::optional<Thing> member(const Thing& of, const QString& name, int depth) const;
    std::optional<Thing> meaning(const Thing& thing, int depth) const;
    std::optional<Thing> baseOf(const Thing& thing, int depth) const;
    std::vector<Completion> membersOf(const Thing& thing, int depth = 0) const;

    ModuleFinder m_finder;
    std::shared_ptr<Source> m_own;
    QString m_text;
    mutable QHash<QString, std::shared_ptr<const Source>> m_modules;
};

}  // namespace coroboard::gui
