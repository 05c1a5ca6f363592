// SPDX-License-Identifier: MIT
#pragma once
// What an Expression is made of, and how one is read. Private to expression*.cpp.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "micropython/expression.h"

namespace coroboard::micropython {

struct Expression::Node {
    enum class Kind {
        Value,       // value
        Name,        // text
        Display,     // (a, b), [a, b]: only behind `in`
        Attribute,   // of the operand; text
        Subscript,   // operand, index
        Length,      // len(operand)
        Unary,       // text: - + ~ not
        Binary,      // text: the operator; two operands
        Comparison,  // texts: the operators; one operand more
        And,
        Or,
    };
    Kind kind = Kind::Value;
    std::string text{};
    Value value{};
    std::vector<std::string> texts{};
    std::vector<Node> operands{};
    int height = 1;              // of the tree under it
};

// What cannot be read or worked out, in words for the user.
struct CannotEvaluate {
    std::string why;
};

// Throws CannotEvaluate.
Expression::Node readExpression(std::string_view text);

}  // namespace coroboard::micropython
