// SPDX-License-Identifier: MIT
#pragma once
// Expression: a Python expression worked out over a frame that stands still, by reading the interpreter's memory: no bytecode runs and
// nothing is allocated in the board's heap, so that a program which is looked at does exactly what it does alone.
// Known: names (of the function, then of its module), attributes an object keeps itself, subscripts of lists, tuples, dicts and text,
// numbers, text, None, True, False, + - * / // % ** << >> & ^ |, comparisons, in, is, not, and, or, len(). Not known, and said so by
// name: calls and whatever else would run code of the program (properties, methods, __eq__ of its classes).
// An immutable value; evaluated on the loop's thread.

#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "micropython/coroutine_reader.h"

namespace coroboard::micropython {

class Expression {
public:
    using Value = ObjectReader::Plain;
    struct Node;

    // The error says what cannot be read or is not known.
    static Result<Expression> read(std::string_view text);

    Result<Value> valueIn(const CoroutineReader& reader, const CoroutineReader::Frame& frame) const;
    // As repr() would write it, or near.
    Result<std::string> textIn(const CoroutineReader& reader, const CoroutineReader::Frame& frame) const;
    // As bool() would see it; an instance of a class is true.
    Result<bool> truthIn(const CoroutineReader& reader, const CoroutineReader::Frame& frame) const;

private:
    explicit Expression(std::shared_ptr<const Node> root) : m_root(std::move(root)) {}

    std::shared_ptr<const Node> m_root;
};

}  // namespace coroboard::micropython
