// SPDX-License-Identifier: MIT
#include "micropython/function_table.h"

#include "micropython/vm.h"

namespace coroboard::micropython {

namespace {

// MicroPython knows the last part of a nested function's name.
std::string_view lastPart(std::string_view name)
{
    const auto dot = name.rfind('.');
    return dot == std::string_view::npos ? name : name.substr(dot + 1);
}

}  // namespace

const FunctionInfo& FunctionTable::at(Object function)
{
    if (m_collections != m_vm.collections()) {
        m_collections = m_vm.collections();
        m_functions.clear();
        m_recent = {};
    }
    // Tasks come in crowds of one function.
    auto& [recent, recentInfo] = m_recent[(function >> 4) % m_recent.size()];
    if (recentInfo && recent == function) return *recentInfo;
    auto& known = m_functions[function];
    if (!known) {
        known = std::make_unique<FunctionInfo>();
        try {
            *known = read(function);
        } catch (const HardFault&) {
            known->name = "?";
        }
    }
    recent = function;
    recentInfo = known.get();
    return *known;
}

FunctionInfo FunctionTable::read(Object function)
{
    FunctionInfo info;
    const std::uint32_t type = m_objects.typeOf(function);
    if (type == 0 || (type != m_layout.functionType && type != m_layout.generatorFunctionType)) {
        info.name = "?";
        return info;
    }
    // Function: type, context, children, bytecode. Context: a module (type, globals), its qstrs, its objects.
    const std::uint32_t context = m_vm.load(function + 4);
    const std::uint32_t names = m_vm.load(context + 8);
    const auto nameOf = [&](std::uint32_t index) { return m_objects.name(m_vm.load16(names + 2 * index)); };
    info.globals = m_vm.load(context + 4);
    info.prelude = readPrelude(m_vm, m_vm.load(function + 12));
    info.name = nameOf(info.prelude.name);
    info.file = nameOf(0);
    info.isModule = info.name == "<module>";
    info.isCode = true;
    for (const std::uint32_t argument : info.prelude.argumentNames) info.slots.emplace_back(nameOf(argument));
    info.firstLine = lineAt(m_vm, info.prelude, 0);
    addSource(info, info.firstLine);
    return info;
}

void FunctionTable::addSource(FunctionInfo& info, int firstStatement)
{
    const program::FunctionScope* best = nullptr;
    for (const program::FunctionScope& scope : scopes(info.file)) {
        if (scope.firstLine > firstStatement || scope.lastLine < firstStatement || lastPart(scope.name) != info.name) continue;
        if (!best || scope.firstLine >= best->firstLine) best = &scope;
    }
    if (!best) return;
    info.firstLine = best->firstLine;
    info.isAsync = best->isAsync;
    info.slots = best->slots;
}

const std::vector<program::FunctionScope>& FunctionTable::scopes(const std::string& file)
{
    const auto known = m_scopes.find(file);
    if (known != m_scopes.end()) return known->second;
    const std::optional<std::string> source = m_sourceOf ? m_sourceOf(file) : std::nullopt;
    return m_scopes.emplace(file, source ? program::functionScopes(*source) : std::vector<program::FunctionScope>{}).first->second;
}

}  // namespace coroboard::micropython
