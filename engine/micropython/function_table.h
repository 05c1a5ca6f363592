// SPDX-License-Identifier: MIT
#pragma once
// FunctionTable: what is known of a Python function: its name, file, def line, the names of its locals. Read once from its bytecode and
// from the source text, kept until a garbage collection (after which another function may live at the same address).
// Owned by a CoroutineReader; loop's thread. References stay good until the next collection.

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "micropython/code_prelude.h"
#include "micropython/object_reader.h"
#include "program/program.h"

namespace coroboard::micropython {

// The text of a source file, named as the interpreter names it ("main.py", "lib/queue.py"); nothing when there is none.
using SourceOf = std::function<std::optional<std::string>(const std::string& file)>;

struct FunctionInfo {
    std::string name;                          // "blink"; "<module>", "<lambda>", "<listcomp>"
    std::string file;
    int firstLine = 0;                         // of its def; of its first statement when the source is not known
    bool isAsync = false;                      // the source says `async def`
    bool isModule = false;
    std::vector<std::string> slots;            // names of the locals; "" = not to be shown
    CodePrelude prelude;
    Object globals = 0;                        // the module's dict
    bool isCode = false;                       // false: there is no function of bytecode at that address
};

class FunctionTable {
public:
    FunctionTable(const Vm& vm, const CoroutineLayout& layout, const ObjectReader& objects, SourceOf sourceOf)
        : m_vm(vm), m_layout(layout), m_objects(objects), m_sourceOf(std::move(sourceOf))
    {
    }

    // isCode is false when there is no function at the address.
    const FunctionInfo& at(Object function);

private:
    FunctionInfo read(Object function);
    void addSource(FunctionInfo& info, int firstStatement);
    const std::vector<program::FunctionScope>& scopes(const std::string& file);

    const Vm& m_vm;
    const CoroutineLayout& m_layout;
    const ObjectReader& m_objects;
    SourceOf m_sourceOf;
    std::uint64_t m_collections = 0;
    std::unordered_map<Object, std::unique_ptr<FunctionInfo>> m_functions;
    std::array<std::pair<Object, const FunctionInfo*>, 16> m_recent{};
    std::map<std::string, std::vector<program::FunctionScope>> m_scopes;
};

}  // namespace coroboard::micropython
