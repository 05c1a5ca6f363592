// SPDX-License-Identifier: MIT
#include "micropython/meter/shapes.h"

#include <wabt/cast.h>
#include <wabt/expr-visitor.h>

#include <fmt/format.h>

#include <optional>
#include <string>
#include <vector>

namespace coroboard::micropython::meter {

namespace {

constexpr std::size_t dispatchTargets = 64;
constexpr std::uint32_t officialHeapCeiling = 128U << 20;

// Collects the innermost loop around every large jump table.
class DispatchSearch : public wabt::ExprVisitor::DelegateNop {
public:
    std::size_t tables = 0;
    wabt::LoopExpr* loop = nullptr;

    wabt::Result BeginLoopExpr(wabt::LoopExpr* entered) override
    {
        m_loops.push_back(entered);
        return wabt::Result::Ok;
    }

    wabt::Result EndLoopExpr(wabt::LoopExpr*) override
    {
        m_loops.pop_back();
        return wabt::Result::Ok;
    }

    wabt::Result OnBrTableExpr(wabt::BrTableExpr* table) override
    {
        if (table->targets.size() > dispatchTargets) {
            ++tables;
            loop = m_loops.empty() ? nullptr : m_loops.back();
        }
        return wabt::Result::Ok;
    }

private:
    std::vector<wabt::LoopExpr*> m_loops;
};

// Collects the blocks that move gc_alloc's hint.
class HintSearch : public wabt::ExprVisitor::DelegateNop {
public:
    std::vector<SearchHint> found;

    wabt::Result BeginBlockExpr(wabt::BlockExpr* block) override
    {
        using wabt::ExprType;
        static constexpr ExprType shape[] = {
            ExprType::LocalGet, ExprType::Const,    ExprType::Compare, ExprType::BrIf,   ExprType::Const,
            ExprType::LocalGet, ExprType::Store,    ExprType::LocalGet, ExprType::LocalGet, ExprType::Const,
            ExprType::Binary,   ExprType::Const,    ExprType::Binary,  ExprType::Store};
        std::vector<wabt::Expr*> expressions;
        for (wabt::Expr& expression : block->block.exprs) {
            expressions.push_back(&expression);
        }
        if (expressions.size() != std::size(shape)) {
            return wabt::Result::Ok;
        }
        for (std::size_t i = 0; i < std::size(shape); ++i) {
            if (expressions[i]->type() != shape[i]) {
                return wabt::Result::Ok;
            }
        }
        auto* blocks = wabt::cast<wabt::ConstExpr>(expressions[1]);
        auto* skips = wabt::cast<wabt::CompareExpr>(expressions[2]);
        const auto value = [&](std::size_t i) { return wabt::cast<wabt::ConstExpr>(expressions[i])->const_.u32(); };
        const auto opcode = [&](std::size_t i) { return wabt::cast<wabt::BinaryExpr>(expressions[i])->opcode; };
        if (skips->opcode == wabt::Opcode::I32Ne && value(1) == 1 && value(9) == 1 && value(11) == 2 &&
            opcode(10) == wabt::Opcode::I32Add && opcode(12) == wabt::Opcode::I32ShrU) {
            found.push_back({blocks, skips});
        }
        return wabt::Result::Ok;
    }
};

// Reads a function body from its head, one expected expression at a time; once one differs, the rest does not match
// either.
class BodyReader {
public:
    explicit BodyReader(const wabt::Func& function) : m_next(function.exprs.begin()), m_end(function.exprs.end()) {}

    void constant(std::uint32_t value)
    {
        const auto* found = take<wabt::ConstExpr>();
        require(found != nullptr && found->const_.type() == wabt::Type::I32 && found->const_.u32() == value);
    }

    void add()
    {
        const auto* found = take<wabt::BinaryExpr>();
        require(found != nullptr && found->opcode == wabt::Opcode::I32Add);
    }

    template <class Access> std::uint32_t offset(wabt::Opcode opcode)
    {
        const auto* found = take<Access>();
        require(found != nullptr && found->opcode == opcode);
        return m_matches ? static_cast<std::uint32_t>(found->offset) : 0;
    }

    bool matches() const { return m_matches; }
    bool matchesWholly() const { return m_matches && m_next == m_end; }

private:
    template <class Expected> const Expected* take()
    {
        if (!m_matches || m_next == m_end) {
            return nullptr;
        }
        return wabt::dyn_cast<Expected>(&*m_next++);
    }

    void require(bool holds) { m_matches = m_matches && holds; }

    wabt::ExprList::const_iterator m_next;
    wabt::ExprList::const_iterator m_end;
    bool m_matches = true;
};

bool isLargestGrowth(const wabt::Func& function)
{
    BodyReader body(function);
    body.constant(officialHeapCeiling);
    return body.matchesWholly() && function.GetNumParams() == 0 && function.GetNumResults() == 1;
}

std::optional<std::uint32_t> pendingAddress(const wabt::Func& function)
{
    BodyReader body(function);
    body.constant(0);
    body.constant(1);
    const std::uint32_t address = body.offset<wabt::StoreExpr>(wabt::Opcode::I32Store8);
    if (!body.matchesWholly() || function.GetNumParams() != 0 || function.GetNumResults() != 0) {
        return std::nullopt;
    }
    return address;
}

}  // namespace

Dispatch findDispatch(WasmModule& module)
{
    DispatchSearch search;
    wabt::ExprVisitor visitor(&search);
    wabt::Func* interpreter = nullptr;
    for (wabt::Func* function : module.tree().funcs) {
        const std::size_t before = search.tables;
        visitor.VisitFunc(function);
        if (search.tables > before) {
            interpreter = function;
        }
    }
    if (search.tables != 1) {
        throw MeterError(
            fmt::format("expected one jump table with more than {} targets (the bytecode dispatch), found {}",
                        dispatchTargets, search.tables));
    }
    if (search.loop == nullptr) {
        throw MeterError("the bytecode dispatch table is not inside a loop");
    }
    return {interpreter, search.loop};
}

wabt::Index findInstructionPointer(const wabt::LoopExpr& dispatch)
{
    constexpr std::uint32_t ipInCodeState = 4;
    std::vector<const wabt::Expr*> expressions;
    for (const wabt::Expr& expression : dispatch.block.exprs) {
        expressions.push_back(&expression);
    }
    std::vector<wabt::Index> found;
    for (std::size_t i = 0; i + 2 < expressions.size(); ++i) {
        const auto* state = wabt::dyn_cast<wabt::LocalGetExpr>(expressions[i]);
        const auto* pointer = wabt::dyn_cast<wabt::LocalGetExpr>(expressions[i + 1]);
        const auto* store = wabt::dyn_cast<wabt::StoreExpr>(expressions[i + 2]);
        if (state != nullptr && pointer != nullptr && store != nullptr && state->var.index() == 0 &&
            store->opcode == wabt::Opcode::I32Store && store->offset == ipInCodeState) {
            found.push_back(pointer->var.index());
        }
    }
    if (found.size() != 1) {
        throw MeterError(fmt::format("expected one place at the head of the dispatch loop that notes the instruction pointer, found {}",
                                     found.size()));
    }
    return found.front();
}

Collector findCollector(WasmModule& module)
{
    const std::vector<wabt::Func*>& functions = module.tree().funcs;
    std::vector<std::size_t> candidates;
    for (std::size_t index = module.tree().num_func_imports; index < functions.size(); ++index) {
        if (isLargestGrowth(*functions[index])) {
            candidates.push_back(index);
        }
    }
    if (candidates.size() != 1) {
        throw MeterError(fmt::format("expected one function that returns just {} (gc_get_max_new_split), found {}",
                                     officialHeapCeiling, candidates.size()));
    }
    const std::size_t index = candidates.front();
    const auto address = index + 1 < functions.size() ? pendingAddress(*functions[index + 1]) : std::nullopt;
    if (!address) {
        throw MeterError("the function after gc_get_max_new_split is not gc_collect (it should store 1 in one byte and "
                         "nothing else)");
    }
    return {functions[index], functions[index + 1], *address};
}

SearchHint findSearchHint(WasmModule& module)
{
    HintSearch search;
    wabt::ExprVisitor visitor(&search);
    for (wabt::Func* function : module.tree().funcs) {
        visitor.VisitFunc(function);
    }
    if (search.found.size() != 1) {
        throw MeterError(fmt::format("expected one place that moves gc_alloc's hint after an allocation of one block, found {}",
                                     search.found.size()));
    }
    return search.found.front();
}

wabt::Func& findEndlessLoop(WasmModule& module)
{
    std::vector<wabt::Func*> found;
    for (wabt::Func* function : module.tree().funcs) {
        if (function->exprs.empty()) {
            continue;
        }
        const auto* loop = wabt::dyn_cast<wabt::LoopExpr>(&function->exprs.front());
        if (loop == nullptr || loop->block.exprs.size() != 1) {
            continue;
        }
        const auto* jump = wabt::dyn_cast<wabt::BrExpr>(&loop->block.exprs.front());
        if (jump != nullptr && jump->var.is_index() && jump->var.index() == 0) {
            found.push_back(function);
        }
    }
    if (found.size() != 1) {
        throw MeterError(fmt::format("expected one function that loops for ever (nlr_jump_fail), found {}", found.size()));
    }
    return *found.front();
}

std::uint32_t findExternalCallDepth(WasmModule& module)
{
    BodyReader head(module.exportedFunction("mp_js_repl_process_char"));
    head.constant(0);
    head.constant(0);
    const std::uint32_t read = head.offset<wabt::LoadExpr>(wabt::Opcode::I32Load);
    head.constant(1);
    head.add();
    const std::uint32_t written = head.offset<wabt::StoreExpr>(wabt::Opcode::I32Store);
    if (!head.matches() || read != written) {
        throw MeterError("mp_js_repl_process_char does not begin by adding one to external_call_depth");
    }
    return read;
}

}  // namespace coroboard::micropython::meter
