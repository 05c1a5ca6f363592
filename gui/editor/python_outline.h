// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The outline of a Python text: what it defines, with lines, parameters and first words of documentation. Read with the engine's own
// forgiving parser, so a text that is being typed has one too.

#include <QString>
#include <vector>

namespace coroboard::gui {

enum class SymbolKind { Module, Class, Function, Coroutine, Variable, Keyword, Word };

struct Symbol {
    SymbolKind kind = SymbolKind::Variable;
    QString name;
    int line = 0;
    int lastLine = 0;
    int parent = -1;            // the class or function it is in, by index; -1: the module
    QString parameters;         // of a function: "self, id, mode=-1"
    QString about;              // the first line of its documentation
    QString base;               // of a class: the first it derives from
    QString madeBy;             // of a variable: what was called for its value, "machine.Pin"
    QString module;             // of an imported name: where from …
    QString original;           // … and what it is called there; empty: the module itself
};

// In source order. Imported names are of kind Module.
std::vector<Symbol> outlineOf(const QString& text);

}  // namespace coroboard::gui
