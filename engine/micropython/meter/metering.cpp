// SPDX-License-Identifier: MIT
#include "micropython/meter/metering.h"

#include "micropython/meter/shapes.h"

#include <fmt/format.h>

#include <memory>
#include <utility>

namespace coroboard::micropython::meter {

namespace {

constexpr std::uint32_t hintedBlocks = 8;

template <class Expression, class... Arguments> void append(wabt::ExprList& list, Arguments&&... arguments)
{
    list.push_back(std::make_unique<Expression>(std::forward<Arguments>(arguments)...));
}

wabt::Var at(wabt::Index index)
{
    return wabt::Var(index, wabt::Location());
}

void countDown(wabt::ExprList& body, wabt::Index fuel, wabt::Index onFuel, wabt::Index instructionPointer)
{
    wabt::ExprList head;
    append<wabt::GlobalGetExpr>(head, at(fuel));
    append<wabt::ConstExpr>(head, wabt::Const::I32(1));
    append<wabt::BinaryExpr>(head, wabt::Opcode::I32Sub);
    append<wabt::GlobalSetExpr>(head, at(fuel));
    append<wabt::GlobalGetExpr>(head, at(fuel));
    append<wabt::ConstExpr>(head, wabt::Const::I32(0));
    append<wabt::CompareExpr>(head, wabt::Opcode::I32LeS);
    auto refill = std::make_unique<wabt::IfExpr>();
    append<wabt::LocalGetExpr>(refill->true_.exprs, at(0));
    append<wabt::LocalGetExpr>(refill->true_.exprs, at(instructionPointer));
    append<wabt::CallExpr>(refill->true_.exprs, at(onFuel));
    append<wabt::GlobalSetExpr>(refill->true_.exprs, at(fuel));
    head.push_back(std::move(refill));
    body.splice(body.begin(), head);
}

void chargeCall(wabt::ExprList& body, wabt::Index fuel, wabt::Index callCost)
{
    wabt::ExprList head;
    append<wabt::GlobalGetExpr>(head, at(fuel));
    append<wabt::GlobalGetExpr>(head, at(callCost));
    append<wabt::BinaryExpr>(head, wabt::Opcode::I32Sub);
    append<wabt::GlobalSetExpr>(head, at(fuel));
    body.splice(body.begin(), head);
}

}  // namespace

Facts addMeter(WasmModule& module)
{
    // Functions and expressions keep their addresses while imports are added; indices do not, so they are taken
    // afterwards.
    const Dispatch dispatch = findDispatch(module);
    const wabt::Index instructionPointer = findInstructionPointer(*dispatch.loop);
    const Collector collector = findCollector(module);
    wabt::Func& endless = findEndlessLoop(module);
    const SearchHint hint = findSearchHint(module);
    const Facts facts{findExternalCallDepth(module), collector.pendingAddress};

    const wabt::Index onFuel = module.addImportedFunction("on_fuel", {wabt::Type::I32, wabt::Type::I32}, {wabt::Type::I32});
    const wabt::Index onCollect = module.addImportedFunction("on_collect", {}, {});
    const wabt::Index fuel = module.addExportedGlobal("fuel", 1);
    const wabt::Index callCost = module.addExportedGlobal("call_cost", 0);

    countDown(dispatch.loop->block.exprs, fuel, onFuel, instructionPointer);
    chargeCall(dispatch.function->exprs, fuel, callCost);
    collector.largestGrowth->exprs.clear();
    append<wabt::ConstExpr>(collector.largestGrowth->exprs, wabt::Const::I32(0));
    append<wabt::CallExpr>(collector.collect->exprs, at(onCollect));
    endless.exprs.clear();
    append<wabt::UnreachableExpr>(endless.exprs);
    hint.blocks->const_.set_u32(hintedBlocks);
    hint.skips->opcode = wabt::Opcode::I32GtU;
    return facts;
}

std::string factsHeader(const Facts& facts)
{
    return fmt::format("// SPDX-License-Identifier: MIT\n"
                       "// Written by mpy_meter: where things are in the linear memory of this build of MicroPython.\n"
                       "#pragma once\n\n"
                       "#include <cstdint>\n\n"
                       "namespace coroboard::micropython::facts {{\n\n"
                       "inline constexpr std::uint32_t externalCallDepthAddress = {};\n"
                       "inline constexpr std::uint32_t collectPendingAddress = {};\n\n"
                       "}}  // namespace coroboard::micropython::facts\n",
                       facts.externalCallDepthAddress, facts.collectPendingAddress);
}

}  // namespace coroboard::micropython::meter
