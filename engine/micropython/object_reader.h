// SPDX-License-Identifier: MIT
#pragma once
// ObjectReader: Python objects as text, read from the interpreter's memory without running a bytecode. Owned by whoever inspects a Vm;
// loop's thread. An object is a word: a small integer, an interned string, None/False/True, or an address.
// Every access is checked: what is no object is written as "?". Texts are short: long strings are cut, containers show their first items.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "micropython/coroutine_layout.h"

namespace coroboard::micropython {

class Vm;

using Object = std::uint32_t;

class ObjectReader {
public:
    ObjectReader(const Vm& vm, const CoroutineLayout& layout) : m_vm(vm), m_layout(layout) {}

    // As repr() would write it, or near: "'text'", "[1, 2, 3, …] (100 items)", "<Sensor object at 1b2f0>", "<coroutine blink>".
    std::string text(Object object) const;
    void appendText(std::string& text, Object object) const;

    // An interned string by its number; "?" when there is none.
    std::string_view name(std::uint32_t qstr) const;

    // The type of an object on the heap or in static memory; 0 for small values and what is no object.
    std::uint32_t typeOf(Object object) const;
    std::string_view typeName(std::uint32_t type) const;
    // An instance of a class written in Python.
    bool isInstance(Object object) const;
    // A variable shared between functions stands for its value; everything else for itself.
    Object throughCell(Object object) const;

    // Calls f(key, value) for every entry of a dict, or every attribute of an instance or module. Stops when f answers true.
    template <class F>
    bool findEntry(Object dictOrInstance, F&& f) const
    {
        const std::uint32_t map = mapOf(dictOrInstance);
        if (map == 0) return false;
        const std::uint32_t room = roomOf(map);
        const std::uint32_t table = tableOf(map);
        for (std::uint32_t i = 0; i < room; ++i) {
            const Object key = word(table + 8 * i);
            if (key == 0 || key == deletedKey) continue;
            if (f(key, word(table + 8 * i + 4))) return true;
        }
        return false;
    }
    // Calls f(index, item) for the items of a list or tuple (the first hundred). Stops when f answers true.
    template <class F>
    bool findItem(Object listOrTuple, F&& f) const
    {
        const Items items = itemsOf(listOrTuple);
        for (std::uint32_t i = 0; i < items.count && i < 100; ++i)
            if (f(i, word(items.address + 4 * i))) return true;
        return false;
    }
    // An object as C++ knows it; what has no such form stays what it is. Integers beyond 64 bits are the nearest float.
    using Plain = std::variant<std::monostate, bool, std::int64_t, double, std::string, Object>;    // monostate: None
    Plain plain(Object object) const;
    // len(): of text, bytes, lists, tuples, dicts, sets; nothing for the rest.
    std::optional<std::uint32_t> length(Object object) const;
    bool isList(Object object) const { return typeOf(object) == m_layout.listType; }
    bool isTuple(Object object) const { return typeOf(object) == m_layout.tupleType; }
    bool isDict(Object object) const { return typeOf(object) == m_layout.dictType; }
    bool isModule(Object object) const { return typeOf(object) == m_layout.moduleType; }
    // Of a list or tuple; the index is below its length.
    Object item(Object listOrTuple, std::uint32_t index) const;
    std::optional<Object> attribute(Object instance, std::string_view name) const;

    static bool isSmallInteger(Object object) { return object & 1u; }
    static std::int32_t smallInteger(Object object) { return static_cast<std::int32_t>(object) >> 1; }
    static bool isInterned(Object object) { return (object & 7u) == 2; }
    static bool isAddress(Object object) { return object != 0 && (object & 3u) == 0; }
    // The text of a str object, interned or not.
    std::optional<std::string_view> string(Object object) const;

private:
    static constexpr Object deletedKey = 4;
    struct Items {
        std::uint32_t address = 0;
        std::uint32_t count = 0;
    };

    void append(std::string& text, Object object, int depth) const;
    void appendAddressed(std::string& text, Object object, int depth) const;
    void appendItems(std::string& text, std::uint32_t items, std::uint32_t count, int depth) const;
    void appendMap(std::string& text, std::uint32_t map, int depth) const;
    void appendSet(std::string& text, Object set, int depth) const;
    void appendInteger(std::string& text, Object object) const;
    bool appendCallable(std::string& text, Object object, std::uint32_t type, int depth) const;
    bool isStaticType(std::uint32_t type) const;
    std::string_view functionName(Object function) const;
    Items itemsOf(Object object) const;
    std::uint32_t mapOf(Object object) const;
    std::uint32_t roomOf(std::uint32_t map) const;
    std::uint32_t tableOf(std::uint32_t map) const;
    std::uint32_t word(std::uint32_t address) const;

    const Vm& m_vm;
    CoroutineLayout m_layout;
};

}  // namespace coroboard::micropython
