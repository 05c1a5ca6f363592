// SPDX-License-Identifier: MIT
#include "micropython/meter/metering.h"

#include "engine/micropython/meter/toy_interpreter.h"

#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace coroboard::micropython::meter {
namespace {

using testing::HasSubstr;

Bytes metered(const std::string& text)
{
    WasmModule module(assemble(text), "toy");
    addMeter(module);
    return module.encode();
}

std::string refusal(const std::string& text)
{
    try {
        metered(text);
    } catch (const MeterError& error) {
        return error.what();
    }
    return "metered";
}

TEST(Metering, countsEachBytecodeOnce)
{
    ToyRun toy(metered(toyText()), 100);
    toy.call("run", {700, 1000});
    EXPECT_EQ(toy.refills, 10);  // at bytecode 1, 101, 201 … 901
    EXPECT_EQ(toy.global("fuel"), 1U);
    toy.call("run", {700, 1});
    EXPECT_EQ(toy.refills, 11);
    EXPECT_EQ(toy.global("fuel"), 100U);
}

TEST(Metering, chargesEveryEntryOnce)
{
    ToyRun toy(metered(toyText()), 100);
    EXPECT_EQ(toy.global("call_cost"), 0U);
    toy.call("run", {700, 1});            // refills: 100
    toy.setGlobal("call_cost", 30);
    toy.call("run", {700, 10});
    EXPECT_EQ(toy.refills, 1);
    EXPECT_EQ(toy.global("fuel"), 60U);
    toy.setGlobal("call_cost", 1000);
    toy.call("run", {700, 1});            // overdrawn: asks before the first bytecode
    EXPECT_EQ(toy.refills, 2);
    EXPECT_EQ(toy.global("fuel"), 100U);
}

TEST(Metering, saysWhichBytecodeIsNext)
{
    ToyRun toy(metered(toyText()), 100);
    toy.call("run", {700, 1000});
    EXPECT_EQ(toy.state, 700U);
    EXPECT_EQ(toy.place, 100U);  // the toy counts down: bytecode 901
}

TEST(Metering, changesNothingElse)
{
    ToyRun plain(assemble(toyText()), 0);
    ToyRun toy(metered(toyText()), 7);
    plain.call("run", {700, 500});
    toy.call("run", {700, 500});
    EXPECT_EQ(plain.notes.size(), 166U);
    EXPECT_EQ(toy.notes, plain.notes);
    EXPECT_EQ(toy.global("started"), 7U);

    toy.notes.clear();
    toy.call("tabled", {42});
    EXPECT_EQ(toy.call("mp_js_repl_process_char", {43}), 1U);
    EXPECT_THAT(toy.notes, testing::ElementsAre(42, 43));
}

TEST(Metering, leavesTheHeapToTheHost)
{
    ToyRun plain(assemble(toyText()), 0);
    EXPECT_EQ(plain.call("growth"), 128U << 20);
    ToyRun toy(metered(toyText()), 1);
    EXPECT_EQ(toy.call("growth"), 0U);
}

TEST(Metering, tellsTheHostThatACollectionIsWanted)
{
    ToyRun toy(metered(toyText()), 1);
    EXPECT_EQ(toy.byteAt(500), 0U);
    toy.call("collect");
    EXPECT_EQ(toy.collections, 1);
    EXPECT_EQ(toy.byteAt(500), 1U);
}

TEST(Metering, readsTheAddresses)
{
    WasmModule module(assemble(toyText()), "toy");
    const Facts facts = addMeter(module);
    EXPECT_EQ(facts.externalCallDepthAddress, 600U);
    EXPECT_EQ(facts.collectPendingAddress, 500U);
    EXPECT_THAT(factsHeader(facts), HasSubstr("externalCallDepthAddress = 600;"));
    EXPECT_THAT(factsHeader(facts), HasSubstr("collectPendingAddress = 500;"));
}

TEST(Metering, refusesAnotherDispatchShape)
{
    const std::string other = R"((func $other (param i32) (block $a (br_table )" + [] {
        std::string targets;
        for (int target = 0; target < 70; ++target) {
            targets += "$a ";
        }
        return targets;
    }() + "(local.get 0))))\n  (func $start";
    EXPECT_THAT(refusal(replaced(toyText(), "(func $start", other)),
                HasSubstr("expected one jump table with more than 64 targets"));
    EXPECT_THAT(refusal(replaced(toyText(), "i32.rem_u (local.get $n) (i32.const 69)", "i32.const 0")), "metered");
    EXPECT_THAT(refusal("(module)"), HasSubstr("found 0"));

    const std::string unlooped =
        replaced(replaced(toyText(), "(loop $outer", "(block $outer"), "(loop $dispatch", "(block $dispatch");
    EXPECT_THAT(refusal(unlooped), HasSubstr("not inside a loop"));
}

TEST(Metering, refusesAnInstructionPointerThatIsNotNoted)
{
    EXPECT_THAT(refusal(replaced(toyText(), "i32.store offset=4 (local.get $state)", "i32.store offset=8 (local.get $state)")),
                HasSubstr("notes the instruction pointer, found 0"));
    EXPECT_THAT(refusal(replaced(toyText(), "i32.store offset=4 (local.get $state)", "i32.store offset=4 (local.get $n)")),
                HasSubstr("notes the instruction pointer, found 0"));
}

TEST(Metering, refusesAnotherCollectorShape)
{
    EXPECT_THAT(refusal(replaced(toyText(), "i32.const 134217728", "i32.const 134217727")),
                HasSubstr("gc_get_max_new_split), found 0"));
    EXPECT_THAT(refusal(replaced(toyText(), "(func $start", "(func (result i32) i32.const 134217728)\n (func $start")),
                HasSubstr("gc_get_max_new_split), found 2"));
    EXPECT_THAT(refusal(replaced(toyText(), "i32.store8 offset=500", "i32.store16 offset=500")),
                HasSubstr("is not gc_collect"));
    EXPECT_THAT(refusal(replaced(toyText(), "i32.store8 offset=500", "i32.store8 offset=500 nop")),
                HasSubstr("is not gc_collect"));
}

TEST(Metering, refusesAnotherWayToFail)
{
    EXPECT_THAT(refusal(replaced(toyText(), "(func $fail (loop (br 0)))", "(func $fail unreachable)")),
                HasSubstr("loops for ever (nlr_jump_fail), found 0"));
    EXPECT_THAT(refusal(replaced(toyText(), "(func $fail", "(func (loop (br 0))) (func $fail")), HasSubstr("found 2"));
}

TEST(Metering, refusesAnotherAllocatorShape)
{
    EXPECT_THAT(refusal(replaced(toyText(), "i32.const 1 i32.ne br_if 0", "i32.const 2 i32.ne br_if 0")),
                HasSubstr("gc_alloc's hint after an allocation of one block, found 0"));
    EXPECT_THAT(refusal(replaced(toyText(), "i32.const 2 i32.shr_u i32.store)", "i32.const 3 i32.shr_u i32.store)")),
                HasSubstr("gc_alloc's hint"));
}

TEST(Metering, refusesAnotherCallDepthShape)
{
    EXPECT_THAT(refusal(replaced(toyText(), "i32.load offset=600", "i32.load offset=604")),
                HasSubstr("external_call_depth"));
    EXPECT_THAT(refusal(replaced(toyText(), "i32.add\n", "i32.sub\n")), HasSubstr("external_call_depth"));
    EXPECT_THAT(refusal(replaced(toyText(), "\"mp_js_repl_process_char\"", "\"mp_js_process\"")),
                HasSubstr("no exported function mp_js_repl_process_char"));
}

TEST(Metering, refusesAModuleThatIsMeteredAlready)
{
    WasmModule twice(metered(toyText()), "toy");
    EXPECT_THROW(addMeter(twice), MeterError);
}

TEST(Metering, refusesWhatIsNotWebAssembly)
{
    EXPECT_THROW(WasmModule({'M', 'Z', 0, 0}, "toy"), MeterError);
    Bytes cut = assemble(toyText());
    cut.resize(cut.size() / 2);
    EXPECT_THROW(WasmModule(cut, "toy"), MeterError);
}

TEST(Metering, knowsTheRealInterpreter)
{
    WasmModule module(readFile(COROBOARD_MPY_WASM), "micropython.wasm");
    const Facts facts = addMeter(module);
    EXPECT_EQ(facts.externalCallDepthAddress, 186120U);
    EXPECT_EQ(facts.collectPendingAddress, 186124U);
    const WasmModule again(module.encode(), "metered");
}

TEST(MeterProgram, failsLoudlyAndWritesNothing)
{
    const auto folder = std::filesystem::path(testing::TempDir()) / "mpy_meter_test";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    const auto run = [&folder](const Bytes& module) {
        writeFile(folder / "in.wasm", module.data(), module.size());
        const std::string in = (folder / "in.wasm").string(), out = (folder / "out.wasm").string(),
                          facts = (folder / "facts.h").string();
        return std::system(
            (COROBOARD_MPY_METER " " + in + " " + out + " " + facts + " 2>" + (folder / "said").string()).c_str());
    };
    EXPECT_EQ(WEXITSTATUS(run(assemble("(module)"))), 1);
    EXPECT_FALSE(std::filesystem::exists(folder / "out.wasm"));
    EXPECT_FALSE(std::filesystem::exists(folder / "facts.h"));
    const Bytes said = readFile(folder / "said");
    EXPECT_THAT(std::string(said.begin(), said.end()), HasSubstr("expected one jump table"));

    EXPECT_EQ(WEXITSTATUS(run(assemble(toyText()))), 0);
    EXPECT_EQ(readFile(folder / "out.wasm"), metered(toyText()));
    EXPECT_TRUE(std::filesystem::exists(folder / "facts.h"));
    std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace coroboard::micropython::meter
