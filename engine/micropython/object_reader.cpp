// SPDX-License-Identifier: MIT
#include "micropython/object_reader.h"

#include <algorithm>
#include <cstring>
#include <vector>

#include "micropython/code_prelude.h"
#include "micropython/object_text.h"
#include "micropython/vm.h"

namespace coroboard::micropython {

namespace {

constexpr std::uint32_t shownItems = 4;
constexpr std::uint32_t mostRoom = 1u << 20;
constexpr std::size_t mostText = 120;
constexpr int deepest = 2;
constexpr Object none = 6;
constexpr Object falseObject = 14;
constexpr Object trueObject = 30;

bool endsWith(std::string_view text, std::string_view end)
{
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

bool namesException(std::string_view type)
{
    for (const std::string_view end : {"Error", "Exception", "Interrupt", "Exit", "StopIteration", "StopAsyncIteration"})
        if (endsWith(type, end)) return true;
    return false;
}

}  // namespace

std::uint32_t ObjectReader::word(std::uint32_t address) const { return m_vm.load(address); }

std::string ObjectReader::text(Object object) const
{
    std::string text;
    appendText(text, object);
    return text;
}

void ObjectReader::appendText(std::string& text, Object object) const
{
    const std::size_t start = text.size();
    try {
        append(text, object, 0);
    } catch (const HardFault&) {
        text += '?';
    }
    if (text.size() - start <= mostText) return;
    std::size_t end = start + mostText;
    while (end > start && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
    text.resize(end);
    text += "…";
}

// -- Names.

std::string_view ObjectReader::name(std::uint32_t qstr) const
{
    try {
        std::uint32_t pool = word(m_layout.qstrRoot);
        for (int pools = 0; pool != 0 && pools < 64; ++pools) {
            const std::uint32_t before = word(pool + 4) & 0x7fffffffu;
            if (qstr >= before) {
                if (qstr - before >= word(pool + 12)) return "?";
                const std::uint32_t text = word(pool + m_layout.poolTexts + 4 * (qstr - before));
                const std::uint32_t size = m_vm.memorySize();
                if (text >= size) return "?";
                const auto* start = reinterpret_cast<const char*>(m_vm.bytes(text, 1).data());
                return {start, strnlen(start, size - text)};
            }
            pool = word(pool);
        }
    } catch (const HardFault&) {
    }
    return "?";
}

std::uint32_t ObjectReader::typeOf(Object object) const
{
    if (!isAddress(object) || std::uint64_t{object} + 4 > m_vm.memorySize()) return 0;
    const std::uint32_t type = word(object);
    if (!isAddress(type) || std::uint64_t{type} + 8 > m_vm.memorySize()) return 0;
    return word(type) == m_layout.typeType ? type : 0;
}

std::string_view ObjectReader::typeName(std::uint32_t type) const { return name(m_vm.load16(type + 6)); }

bool ObjectReader::isStaticType(std::uint32_t type) const { return type < m_layout.blockTable; }

bool ObjectReader::isInstance(Object object) const
{
    const std::uint32_t type = typeOf(object);
    return type != 0 && !isStaticType(type);
}

Object ObjectReader::throughCell(Object object) const
{
    for (int depth = 0; depth < 4 && isAddress(object) && typeOf(object) == m_layout.cellType; ++depth) object = word(object + 4);
    return object;
}

std::string_view ObjectReader::functionName(Object function) const
{
    const CodePrelude prelude = readPrelude(m_vm, word(function + 12));
    return name(m_vm.load16(word(word(function + 4) + 8) + 2 * prelude.name));
}

std::optional<std::string_view> ObjectReader::string(Object object) const
{
    if (isInterned(object)) return name(object >> 3);
    if (typeOf(object) != m_layout.strType) return std::nullopt;
    const auto bytes = m_vm.bytes(word(object + 12), word(object + 8));
    return std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size());
}

// -- Maps: (1 bit flags ×3, used:29), room, table of (key, value). A dict has one after its type, as has an instance.

std::uint32_t ObjectReader::mapOf(Object object) const
{
    const std::uint32_t type = typeOf(object);
    if (type == 0) return 0;
    if (type == m_layout.moduleType) return mapOf(word(object + 4));
    return type == m_layout.dictType || !isStaticType(type) ? object + 4 : 0;
}

std::uint32_t ObjectReader::roomOf(std::uint32_t map) const
{
    const std::uint32_t room = word(map + 4);
    if (room > mostRoom) throw HardFault("a dict without bounds");
    return room;
}

std::uint32_t ObjectReader::tableOf(std::uint32_t map) const { return word(map + 8); }

ObjectReader::Items ObjectReader::itemsOf(Object object) const
{
    const std::uint32_t type = typeOf(object);
    if (type == m_layout.listType) return {word(object + 12), word(object + 8)};
    if (type == m_layout.tupleType) return {object + 8, word(object + 4)};
    return {};
}

std::optional<Object> ObjectReader::attribute(Object instance, std::string_view wanted) const
{
    std::optional<Object> found;
    try {
        if (isInstance(instance))
            findEntry(instance, [&](Object key, Object value) {
                if (!isInterned(key) || name(key >> 3) != wanted) return false;
                found = value;
                return true;
            });
    } catch (const HardFault&) {
    }
    return found;
}

// -- Values.

ObjectReader::Plain ObjectReader::plain(Object object) const
{
    if (object == none) return std::monostate{};
    if (object == falseObject || object == trueObject) return object == trueObject;
    if (isSmallInteger(object)) return std::int64_t{smallInteger(object)};
    if (const auto text = string(object)) return std::string(*text);
    const std::uint32_t type = typeOf(object);
    if (type != 0 && type == m_layout.floatType) {
        double value;
        std::memcpy(&value, m_vm.bytes(object + 8, 8).data(), 8);
        return value;
    }
    if (type == 0 || type != m_layout.intType) return object;
    double value = 0;
    const std::uint32_t at = word(object + 12);
    for (std::uint32_t i = std::min(word(object + 8), mostInteger); i-- > 0;) value = value * 65536 + m_vm.load16(at + 2 * i);
    if (word(object + 4) & 1u) value = -value;
    const bool exact = value > -9e15 && value < 9e15;
    return exact ? Plain(static_cast<std::int64_t>(value)) : Plain(value);
}

std::optional<std::uint32_t> ObjectReader::length(Object object) const
{
    if (const auto text = string(object)) {
        const auto starts = [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; };
        return static_cast<std::uint32_t>(std::count_if(text->begin(), text->end(), starts));
    }
    const std::uint32_t type = typeOf(object);
    if (type == 0) return std::nullopt;
    if (type == m_layout.bytesType || type == m_layout.bytearrayType || type == m_layout.listType || type == m_layout.setType)
        return word(object + 8);
    if (type == m_layout.tupleType) return word(object + 4);
    if (type == m_layout.dictType) return word(object + 4) >> 3;
    return std::nullopt;
}

Object ObjectReader::item(Object listOrTuple, std::uint32_t index) const { return word(itemsOf(listOrTuple).address + 4 * index); }

// -- Texts.

void ObjectReader::append(std::string& text, Object object, int depth) const
{
    if (isSmallInteger(object)) {
        text += std::to_string(smallInteger(object));
    } else if (isInterned(object)) {
        appendQuoted(text, name(object >> 3));
    } else if (object == none) {
        text += "None";
    } else if (object == falseObject) {
        text += "False";
    } else if (object == trueObject) {
        text += "True";
    } else if (isAddress(object)) {
        appendAddressed(text, object, depth);
    } else {
        text += '?';
    }
}

void ObjectReader::appendItems(std::string& text, std::uint32_t items, std::uint32_t count, int depth) const
{
    if (depth >= deepest) {
        if (count > 0) text += "…";
        return;
    }
    for (std::uint32_t i = 0; i < count; ++i) {
        if (i > 0) text += ", ";
        if (i == shownItems && count > shownItems + 1) {
            text += "…";
            return;
        }
        append(text, word(items + 4 * i), depth + 1);
    }
}

void ObjectReader::appendMap(std::string& text, std::uint32_t map, int depth) const
{
    const std::uint32_t room = roomOf(map);
    const std::uint32_t table = tableOf(map);
    std::uint32_t shown = 0;
    for (std::uint32_t i = 0; i < room; ++i) {
        const Object key = word(table + 8 * i);
        if (key == 0 || key == deletedKey) continue;
        if (shown > 0) text += ", ";
        if (shown == shownItems || depth >= deepest) {
            text += "…";
            return;
        }
        ++shown;
        append(text, key, depth + 1);
        text += ": ";
        append(text, word(table + 8 * i + 4), depth + 1);
    }
}

void ObjectReader::appendSet(std::string& text, Object set, int depth) const
{
    const std::uint32_t room = roomOf(set);    // type, room, used, table
    const std::uint32_t table = word(set + 12);
    std::uint32_t shown = 0;
    for (std::uint32_t i = 0; i < room; ++i) {
        const Object key = word(table + 4 * i);
        if (key == 0 || key == deletedKey) continue;
        if (shown > 0) text += ", ";
        if (shown == shownItems || depth >= deepest) {
            text += "…";
            return;
        }
        ++shown;
        append(text, key, depth + 1);
    }
}

// type, (negative:1, fixed:1, room:30), digits, address of digits of 16 bits, least significant first.
void ObjectReader::appendInteger(std::string& text, Object object) const
{
    const std::uint32_t count = word(object + 8);
    const bool negative = word(object + 4) & 1u;
    std::vector<std::uint16_t> digits;
    const std::uint32_t at = word(object + 12);
    for (std::uint32_t i = 0; i < count && i < mostInteger; ++i) digits.push_back(m_vm.load16(at + 2 * i));
    if (count > mostInteger) {
        text += "<int of " + std::to_string(count * 16) + " bits>";
    } else {
        appendDecimal(text, std::move(digits), negative);
    }
}

bool ObjectReader::appendCallable(std::string& text, Object object, std::uint32_t type, int depth) const
{
    if (type == m_layout.generatorType) {
        text += "<coroutine ";
        text += functionName(word(object + 8));
        text += '>';
    } else if (type == m_layout.functionType || type == m_layout.generatorFunctionType) {
        text += "<function ";
        text += functionName(object);
        text += '>';
    } else if (type == m_layout.closureType && depth < 8) {
        append(text, word(object + 4), depth + 1);
    } else if (type == m_layout.boundMethodType && depth < 8) {
        text += "<bound_method ";
        append(text, word(object + 4), depth + 1);
        text += '>';
    } else {
        return false;
    }
    return true;
}

void ObjectReader::appendAddressed(std::string& text, Object object, int depth) const
{
    const std::uint32_t type = typeOf(object);
    if (type == 0) {
        text += '?';
        return;
    }
    if (appendCallable(text, object, type, depth)) return;
    const auto counted = [&](char open, char close, std::uint32_t count, auto&& items) {
        text += open;
        items();
        text += close;
        if (count > shownItems + 1) text += " (" + std::to_string(count) + " items)";
    };
    if (type == m_layout.strType) {
        const std::uint32_t length = word(object + 8);
        const auto bytes = m_vm.bytes(word(object + 12), std::min<std::uint32_t>(length, shownText + 1));
        appendQuoted(text, {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    } else if (type == m_layout.bytesType || type == m_layout.bytearrayType) {
        // bytearray: type, typecode and room, length, items
        const std::uint32_t length = word(object + 8);
        const auto bytes = m_vm.bytes(word(object + 12), std::min<std::uint32_t>(length, shownText + 1));
        if (type == m_layout.bytearrayType) text += "bytearray(";
        appendQuotedBytes(text, bytes);
        if (type == m_layout.bytearrayType) text += ')';
    } else if (type == m_layout.listType) {
        const std::uint32_t count = word(object + 8);
        counted('[', ']', count, [&] { appendItems(text, word(object + 12), count, depth); });
    } else if (type == m_layout.tupleType) {
        const std::uint32_t count = word(object + 4);
        counted('(', ')', count, [&] {
            appendItems(text, object + 8, count, depth);
            if (count == 1) text += ',';
        });
    } else if (type == m_layout.dictType) {
        counted('{', '}', word(object + 4) >> 3, [&] { appendMap(text, object + 4, depth); });
    } else if (type == m_layout.setType) {
        if (word(object + 8) == 0) {
            text += "set()";
        } else {
            counted('{', '}', word(object + 8), [&] { appendSet(text, object, depth); });
        }
    } else if (type == m_layout.floatType) {
        double value;
        std::memcpy(&value, m_vm.bytes(object + 8, 8).data(), 8);
        appendFloat(text, value);
    } else if (type == m_layout.intType) {
        appendInteger(text, object);
    } else if (type == m_layout.rangeType) {
        text += "range(" + std::to_string(static_cast<std::int32_t>(word(object + 4))) + ", " +
                std::to_string(static_cast<std::int32_t>(word(object + 8)));
        if (word(object + 12) != 1) text += ", " + std::to_string(static_cast<std::int32_t>(word(object + 12)));
        text += ')';
    } else if (type == m_layout.typeType) {
        text += "<class '";
        text += typeName(object);
        text += "'>";
    } else if (type == m_layout.moduleType) {
        const Object globals = word(object + 4);
        text += "<module ";
        findEntry(globals, [&](Object key, Object value) {
            if (!isInterned(key) || name(key >> 3) != "__name__") return false;
            append(text, value, depth + 1);
            return true;
        });
        text += '>';
    } else if (isStaticType(type) && namesException(typeName(type))) {
        text += typeName(type);
        const Object arguments = word(object + 12);
        text += '(';
        if (typeOf(arguments) == m_layout.tupleType) appendItems(text, arguments + 8, word(arguments + 4), depth);
        text += ')';
    } else {
        text += '<';
        const std::string_view kind = typeName(type);
        const auto coroutine = kind == "Task" ? attribute(object, "coro") : std::nullopt;
        text += kind.empty() ? "unnamed" : kind;
        if (coroutine && typeOf(*coroutine) == m_layout.generatorType) {
            text += ' ';
            text += functionName(word(*coroutine + 8));
        } else {
            text += " object at ";
            appendHexadecimal(text, object);
        }
        text += '>';
    }
}

}  // namespace coroboard::micropython
