// SPDX-License-Identifier: MIT
#include "micropython/expression.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "micropython/expression_node.h"
#include "micropython/hard_fault.h"
#include "micropython/object_text.h"

namespace coroboard::micropython {

namespace {

using Node = Expression::Node;
using Value = Expression::Value;
using Kind = Node::Kind;

// Elements of lists one expression looks at: a watch is worked out at each stop, a condition at each pass of its line.
constexpr int mostLookedAt = 10'000;

std::optional<std::int64_t> whole(const Value& value)
{
    if (const auto* truth = std::get_if<bool>(&value)) return *truth;
    if (const auto* number = std::get_if<std::int64_t>(&value)) return *number;
    return std::nullopt;
}

std::optional<double> real(const Value& value)
{
    if (const auto* number = std::get_if<double>(&value)) return *number;
    if (const auto number = whole(value)) return static_cast<double>(*number);
    return std::nullopt;
}

[[noreturn]] void tooLarge() { throw CannotEvaluate{"the number gets too large for 64 bits"}; }

std::int64_t floorDivided(std::int64_t a, std::int64_t b)
{
    if (b == 0) throw CannotEvaluate{"divide by zero"};
    if (a == std::numeric_limits<std::int64_t>::min() && b == -1) tooLarge();
    return a / b - (a % b != 0 && (a % b < 0) != (b < 0) ? 1 : 0);
}

std::int64_t power(std::int64_t base, std::int64_t exponent)
{
    if (exponent < 0) throw CannotEvaluate{"negative exponents are not worked out"};
    if (base == 0 || base == 1) return exponent == 0 ? 1 : base;
    if (base == -1) return exponent % 2 == 0 ? 1 : -1;
    std::int64_t result = 1;
    for (; exponent > 0; --exponent)
        if (__builtin_mul_overflow(result, base, &result)) tooLarge();
    return result;
}

std::int64_t shifted(std::int64_t a, std::int64_t by, bool left)
{
    if (by < 0) throw CannotEvaluate{"negative shift count"};
    if (!left) return a >> std::min<std::int64_t>(by, 63);
    if (a == 0) return 0;
    return by > 62 ? tooLarge(), 0 : [&] {
        std::int64_t result = 0;
        if (__builtin_mul_overflow(a, std::int64_t{1} << by, &result)) tooLarge();
        return result;
    }();
}

Value ofWholes(const std::string& symbol, std::int64_t a, std::int64_t b)
{
    std::int64_t result = 0;
    if (symbol == "+") return __builtin_add_overflow(a, b, &result) ? tooLarge(), result : result;
    if (symbol == "-") return __builtin_sub_overflow(a, b, &result) ? tooLarge(), result : result;
    if (symbol == "*") return __builtin_mul_overflow(a, b, &result) ? tooLarge(), result : result;
    if (symbol == "//") return floorDivided(a, b);
    if (symbol == "%") return a - floorDivided(a, b) * b;
    if (symbol == "**") return power(a, b);
    if (symbol == "<<" || symbol == ">>") return shifted(a, b, symbol == "<<");
    if (symbol == "&") return a & b;
    if (symbol == "|") return a | b;
    return a ^ b;
}

Value ofReals(const std::string& symbol, double a, double b)
{
    if (symbol == "+") return a + b;
    if (symbol == "-") return a - b;
    if (symbol == "*") return a * b;
    if (symbol == "**") throw CannotEvaluate{"** is worked out for whole numbers only"};
    if (b == 0) throw CannotEvaluate{"divide by zero"};
    if (symbol == "/") return a / b;
    const double floor = std::floor(a / b);
    return symbol == "//" ? floor : a - floor * b;
}

class Evaluation {
public:
    Evaluation(const CoroutineReader& reader, const CoroutineReader::Frame& frame)
        : m_reader(reader), m_objects(reader.objects()), m_frame(frame)
    {
    }

    Value value(const Node& node) const
    {
        switch (node.kind) {
        case Kind::Value: return node.value;
        case Kind::Name: return name(node.text);
        case Kind::Display: throw CannotEvaluate{"a list is worked out behind `in` only"};
        case Kind::Attribute: return attribute(node);
        case Kind::Subscript: return subscript(value(node.operands[0]), value(node.operands[1]));
        case Kind::Length: return length(value(node.operands[0]));
        case Kind::Unary: return unary(node);
        case Kind::Binary: return binary(node.text, value(node.operands[0]), value(node.operands[1]));
        case Kind::Comparison: return comparison(node);
        case Kind::And:
        case Kind::Or: return joined(node);
        }
        return {};
    }

    bool truth(const Value& value) const
    {
        if (std::holds_alternative<std::monostate>(value)) return false;
        if (const auto* text = std::get_if<std::string>(&value)) return !text->empty();
        if (const auto number = real(value)) return *number != 0;
        return m_objects.length(std::get<Object>(value)).value_or(1) > 0;
    }

    std::string text(const Value& value) const
    {
        std::string shown;
        if (std::holds_alternative<std::monostate>(value)) return "None";
        if (const auto* truth = std::get_if<bool>(&value)) return *truth ? "True" : "False";
        if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
        if (const auto* number = std::get_if<double>(&value)) appendFloat(shown, *number);
        else if (const auto* string = std::get_if<std::string>(&value)) appendQuoted(shown, *string);
        else m_objects.appendText(shown, std::get<Object>(value));
        return shown;
    }

private:
    std::optional<Object> entry(Object dict, std::string_view key) const
    {
        std::optional<Object> found;
        m_objects.findEntry(dict, [&](Object name, Object object) {
            if (m_objects.string(name) != key) return false;
            found = object;
            return true;
        });
        return found;
    }

    // Of the function, then of its module; the last of a name wins, as an inner variable hides an outer one.
    Value name(const std::string& wanted) const
    {
        const FunctionInfo& function = *m_frame.function;
        if (!function.isModule)
            for (std::uint32_t i = 0; i < function.slots.size() && i < function.prelude.stateWords; ++i) {
                if (function.slots[i] != wanted) continue;
                const Object object = m_reader.local(m_frame, i);
                if (object == 0) throw CannotEvaluate{fmt::format("'{}' has no value yet", wanted)};
                return m_objects.plain(object);
            }
        if (const auto found = entry(function.globals, wanted)) return m_objects.plain(*found);
        throw CannotEvaluate{fmt::format("name '{}' is not known here", wanted)};
    }

    Value attribute(const Node& node) const
    {
        const Value of = value(node.operands[0]);
        const auto* object = std::get_if<Object>(&of);
        if (object && (m_objects.isInstance(*object) || m_objects.isModule(*object)))
            if (const auto found = entry(*object, node.text)) return m_objects.plain(*found);
        throw CannotEvaluate{fmt::format("{} keeps no attribute '{}' (properties and methods are not run)", text(of), node.text)};
    }

    Value subscript(const Value& of, const Value& index) const
    {
        const auto number = whole(index);
        if (const auto* string = std::get_if<std::string>(&of); string && number) {
            const std::int64_t size = static_cast<std::int64_t>(string->size());
            const std::int64_t at = *number < 0 ? *number + size : *number;
            if (std::any_of(string->begin(), string->end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }))
                throw CannotEvaluate{"single characters of text beyond ASCII are not worked out"};
            if (at < 0 || at >= size) throw CannotEvaluate{"index out of range"};
            return std::string(1, (*string)[static_cast<std::size_t>(at)]);
        }
        const auto* object = std::get_if<Object>(&of);
        if (object && (m_objects.isList(*object) || m_objects.isTuple(*object)) && number) {
            const std::int64_t size = *m_objects.length(*object);
            const std::int64_t at = *number < 0 ? *number + size : *number;
            if (at < 0 || at >= size) throw CannotEvaluate{"index out of range"};
            return m_objects.plain(m_objects.item(*object, static_cast<std::uint32_t>(at)));
        }
        if (object && m_objects.isDict(*object)) {
            std::optional<Object> found;
            m_objects.findEntry(*object, [&](Object key, Object value) {
                if (!equal(m_objects.plain(key), index)) return false;
                found = value;
                return true;
            });
            if (found) return m_objects.plain(*found);
            throw CannotEvaluate{fmt::format("there is no key {}", text(index))};
        }
        throw CannotEvaluate{fmt::format("{} cannot be subscripted without running code", text(of))};
    }

    Value length(const Value& of) const
    {
        if (const auto* string = std::get_if<std::string>(&of))
            return static_cast<std::int64_t>(
                std::count_if(string->begin(), string->end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
        if (const auto* object = std::get_if<Object>(&of))
            if (const auto count = m_objects.length(*object)) return std::int64_t{*count};
        throw CannotEvaluate{fmt::format("len() of {} would run code, or there is none", text(of))};
    }

    Value unary(const Node& node) const
    {
        const Value of = value(node.operands[0]);
        if (node.text == "not") return !truth(of);
        const auto number = whole(of);
        if (node.text == "~" && number) return ~*number;
        if (number) return node.text == "-" ? ofWholes("-", 0, *number) : Value(*number);
        if (const auto* decimal = std::get_if<double>(&of); decimal && node.text != "~") return node.text == "-" ? -*decimal : *decimal;
        throw CannotEvaluate{fmt::format("{}{} cannot be worked out", node.text, text(of))};
    }

    Value binary(const std::string& symbol, const Value& a, const Value& b) const
    {
        const auto wholeA = whole(a);
        const auto wholeB = whole(b);
        if (wholeA && wholeB && symbol != "/") return ofWholes(symbol, *wholeA, *wholeB);
        const bool bitwise = symbol == "&" || symbol == "|" || symbol == "^" || symbol == "<<" || symbol == ">>";
        if (const auto realA = real(a), realB = real(b); realA && realB && !bitwise) return ofReals(symbol, *realA, *realB);
        const auto* textA = std::get_if<std::string>(&a);
        const auto* textB = std::get_if<std::string>(&b);
        if (textA && textB && symbol == "+") return *textA + *textB;
        throw CannotEvaluate{fmt::format("{} {} {} cannot be worked out", text(a), symbol, text(b))};
    }

    Value joined(const Node& node) const
    {
        Value result;
        for (const Node& operand : node.operands) {
            result = value(operand);
            if (truth(result) == (node.kind == Kind::Or)) return result;
        }
        return result;
    }

    Value comparison(const Node& node) const
    {
        Value left = value(node.operands[0]);
        for (std::size_t i = 0; i < node.texts.size(); ++i) {
            const std::string& symbol = node.texts[i];
            const Node& next = node.operands[i + 1];
            if (symbol == "in" || symbol == "not in") {
                if (contains(next, left) != (symbol == "in")) return false;
                left = next.kind == Kind::Display ? Value{} : value(next);
                continue;
            }
            Value right = value(next);
            if (!holds(symbol, left, right)) return false;
            left = std::move(right);
        }
        return true;
    }

    bool holds(const std::string& symbol, const Value& a, const Value& b) const
    {
        if (symbol == "is") return a == b;
        if (symbol == "is not") return a != b;
        if (symbol == "==") return equal(a, b);
        if (symbol == "!=") return !equal(a, b);
        const auto ordered = [&](const auto& x, const auto& y) {
            return symbol == "<" ? x < y : symbol == "<=" ? x <= y : symbol == ">" ? x > y : x >= y;
        };
        if (const auto wholeA = whole(a), wholeB = whole(b); wholeA && wholeB) return ordered(*wholeA, *wholeB);
        if (const auto realA = real(a), realB = real(b); realA && realB) return ordered(*realA, *realB);
        const auto* textA = std::get_if<std::string>(&a);
        const auto* textB = std::get_if<std::string>(&b);
        if (textA && textB) return ordered(*textA, *textB);
        throw CannotEvaluate{fmt::format("{} {} {} cannot be worked out", text(a), symbol, text(b))};
    }

    bool equal(const Value& a, const Value& b, int depth = 0) const
    {
        if (const auto realA = real(a), realB = real(b); realA && realB) return *realA == *realB;
        const auto* objectA = std::get_if<Object>(&a);
        const auto* objectB = std::get_if<Object>(&b);
        if (!objectA || !objectB || *objectA == *objectB) return a == b;
        const bool lists = m_objects.isList(*objectA) && m_objects.isList(*objectB);
        const bool tuples = m_objects.isTuple(*objectA) && m_objects.isTuple(*objectB);
        if (!lists && !tuples) throw CannotEvaluate{fmt::format("{} == {} would run code", text(a), text(b))};
        const std::uint32_t count = *m_objects.length(*objectA);
        if (count != *m_objects.length(*objectB)) return false;
        if (depth > 8) throw CannotEvaluate{"these lists are nested too deeply to compare"};
        for (std::uint32_t i = 0; i < count; ++i) {
            lookAtOneMore();
            if (!equal(m_objects.plain(m_objects.item(*objectA, i)), m_objects.plain(m_objects.item(*objectB, i)), depth + 1)) return false;
        }
        return true;
    }

    void lookAtOneMore() const
    {
        if (++m_lookedAt > mostLookedAt) throw CannotEvaluate{"the list is too large to look through"};
    }

    bool contains(const Node& in, const Value& wanted) const
    {
        if (in.kind == Kind::Display)
            return std::any_of(in.operands.begin(), in.operands.end(), [&](const Node& each) { return equal(value(each), wanted); });
        const Value of = value(in);
        const auto* object = std::get_if<Object>(&of);
        if (const auto* string = std::get_if<std::string>(&of); string && std::holds_alternative<std::string>(wanted))
            return string->find(std::get<std::string>(wanted)) != std::string::npos;
        if (object && m_objects.isDict(*object))
            return m_objects.findEntry(*object, [&](Object key, Object) { return equal(m_objects.plain(key), wanted); });
        if (!object || !(m_objects.isList(*object) || m_objects.isTuple(*object)))
            throw CannotEvaluate{fmt::format("`in {}` cannot be worked out without running code", text(of))};
        const std::uint32_t count = *m_objects.length(*object);
        for (std::uint32_t i = 0; i < count; ++i) {
            lookAtOneMore();
            if (equal(m_objects.plain(m_objects.item(*object, i)), wanted)) return true;
        }
        return false;
    }

    const CoroutineReader& m_reader;
    const ObjectReader& m_objects;
    const CoroutineReader::Frame& m_frame;
    mutable int m_lookedAt = 0;
};

// Whatever `work` answers, or why it could not.
template <class Work>
auto guarded(Work work) -> Result<decltype(work())>
{
    try {
        return work();
    } catch (const CannotEvaluate& problem) {
        return failure(problem.why);
    } catch (const HardFault&) {
        return failure("the board's memory cannot be read there");
    }
}

}  // namespace

Result<Expression> Expression::read(std::string_view text)
{
    return guarded([&] { return Expression(std::make_shared<const Node>(readExpression(text))); });
}

Result<Expression::Value> Expression::valueIn(const CoroutineReader& reader, const CoroutineReader::Frame& frame) const
{
    return guarded([&] { return Evaluation(reader, frame).value(*m_root); });
}

Result<std::string> Expression::textIn(const CoroutineReader& reader, const CoroutineReader::Frame& frame) const
{
    return guarded([&] {
        const Evaluation evaluation(reader, frame);
        return evaluation.text(evaluation.value(*m_root));
    });
}

Result<bool> Expression::truthIn(const CoroutineReader& reader, const CoroutineReader::Frame& frame) const
{
    return guarded([&] {
        const Evaluation evaluation(reader, frame);
        return evaluation.truth(evaluation.value(*m_root));
    });
}

}  // namespace coroboard::micropython
