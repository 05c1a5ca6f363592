// SPDX-License-Identifier: MIT
#include "micropython/coroutine_layout.h"

#include <string_view>
#include <utility>

#include "micropython/code_prelude.h"
#include "micropython/vm.h"

namespace coroboard::micropython {

namespace {

// Answers one address a call. The closure's free variable and the function with the odd name are there to be found again.
constexpr std::string_view probeText = R"(
def _coroboard_probe():
    def coroboard_probe_of_interned_names(): pass
    def generator(): yield
    kept = 7
    def closure(): return kept
    made = generator()
    objects = [type, made, generator, coroboard_probe_of_interned_names, closure, [].append, __import__('sys')]
    answers = [id(type)]
    for one in objects[1:]: answers.append(id(type(one)))
    for one in (str, bytes, bytearray, list, tuple, dict, set, float, int, range): answers.append(id(one))
    answers.append(id(closure))
    answers.append(id(coroboard_probe_of_interned_names))
    kept = objects
    step = iter(answers)
    return lambda: next(step)
_coroboard_probe = _coroboard_probe()
)";
constexpr std::string_view probeName = "coroboard_probe_of_interned_names";
constexpr std::uint32_t firstStatic = 1024;
constexpr std::uint32_t staticData = 65536;    // the stack of this build ends here
constexpr std::uint32_t blockBytes = 16;

bool isNameAt(const Vm& vm, std::uint32_t address, std::string_view name)
{
    if (address < firstStatic || std::uint64_t{address} + name.size() >= vm.memorySize()) return false;
    const auto bytes = vm.bytes(address, static_cast<std::uint32_t>(name.size()) + 1);
    return std::string_view(reinterpret_cast<const char*>(bytes.data()), name.size()) == name && bytes[name.size()] == 0;
}

// Where in the pool at this address the name with this number is, as the offset of the pool's table of texts; 0: nowhere.
// A pool is: previous pool, names before it (31 bits, 1 flag), room, count, hashes (in some builds), lengths, texts.
std::uint32_t textsOffset(const Vm& vm, std::uint32_t pool, std::uint32_t number, std::string_view name)
{
    if (pool % 4 != 0 || pool < firstStatic || std::uint64_t{pool} + 32 > vm.memorySize()) return 0;
    const std::uint32_t before = vm.load(pool + 4) & 0x7fffffffu;
    const std::uint32_t room = vm.load(pool + 8);
    const std::uint32_t count = vm.load(pool + 12);
    if (count > room || room > 65536 || number < before || number >= before + count) return 0;
    for (const std::uint32_t offset : {24u, 20u}) {
        const std::uint64_t at = std::uint64_t{pool} + offset + 4 * (number - before);
        if (at + 4 <= vm.memorySize() && isNameAt(vm, vm.load(static_cast<std::uint32_t>(at)), name)) return offset;
    }
    return 0;
}

void locateNames(const Vm& vm, std::uint32_t function, CoroutineLayout& layout)
{
    const CodePrelude prelude = readPrelude(vm, vm.load(function + 12));
    const std::uint32_t names = vm.load(vm.load(function + 4) + 8);
    const std::uint32_t number = vm.load16(names + 2 * prelude.name);
    // From the first static word: below lies the C stack, with stale copies of pool addresses.
    for (std::uint32_t at = staticData; at + 4 <= vm.pythonStackStart(); at += 4) {
        // The newest pool is the root's; the name may be in the one before it, when that was full.
        std::uint32_t pool = vm.load(at);
        std::uint32_t offset = textsOffset(vm, pool, number, probeName);
        if (offset == 0 && pool % 4 == 0 && pool >= vm.heapStart() && pool < vm.heapEnd() - 8) {
            pool = vm.load(pool);
            offset = textsOffset(vm, pool, number, probeName);
        }
        if (offset == 0) continue;
        if (layout.qstrRoot != 0) throw HardFault("the table of interned names was found twice");
        layout.qstrRoot = at;
        layout.poolTexts = offset;
    }
    if (layout.qstrRoot == 0) throw HardFault("the table of interned names was not found");
}

// mp_state_mem_area_t: start of the allocation table, its bytes, (finaliser table,) first block, end of the blocks.
void locateBlocks(const Vm& vm, CoroutineLayout& layout)
{
    for (std::uint32_t at = firstStatic; at + 20 <= vm.pythonStackStart(); at += 4) {
        if (vm.load(at) != vm.heapStart()) continue;
        const std::uint32_t tableBytes = vm.load(at + 4);
        for (const std::uint32_t offset : {8u, 12u}) {
            const std::uint32_t first = vm.load(at + offset);
            const std::uint32_t end = vm.load(at + offset + 4);
            if (first < vm.heapStart() + tableBytes || first >= end || end > vm.heapEnd() || first % blockBytes != 0) continue;
            if ((end - first) / blockBytes != tableBytes * 4) continue;
            if (layout.blockTable != 0) throw HardFault("the heap's table was found twice");
            layout.blockTable = vm.heapStart();
            layout.firstBlock = first;
            layout.endOfBlocks = end;
            break;
        }
    }
    if (layout.blockTable == 0) throw HardFault("the heap's table was not found");
}

}  // namespace

CoroutineLayout CoroutineLayout::locate(Vm& vm)
{
    const auto must = [](const std::optional<PythonException>& exception) {
        if (exception) throw HardFault("the layout of objects cannot be read: " + exception->traceback);
    };
    must(vm.execute(probeText));
    const Reference probe = vm.attribute("__main__", "_coroboard_probe");
    const auto answer = [&] { return static_cast<std::uint32_t>(vm.callForInteger(probe)); };

    CoroutineLayout layout;
    for (std::uint32_t* type :
         {&layout.typeType, &layout.generatorType, &layout.generatorFunctionType, &layout.functionType, &layout.closureType,
          &layout.boundMethodType, &layout.moduleType, &layout.strType, &layout.bytesType, &layout.bytearrayType, &layout.listType,
          &layout.tupleType, &layout.dictType, &layout.setType, &layout.floatType, &layout.intType, &layout.rangeType}) {
        *type = answer();
        if (vm.load(*type) != layout.typeType) throw HardFault("a type is not where id() says");
    }
    const std::uint32_t closure = answer();
    const std::uint32_t function = answer();
    if (vm.load(closure) != layout.closureType || vm.load(closure + 8) != 1) throw HardFault("a closure does not look as expected");
    layout.cellType = vm.load(vm.load(closure + 12));
    if (vm.load(function) != layout.functionType) throw HardFault("a function does not look as expected");
    locateNames(vm, function, layout);
    locateBlocks(vm, layout);
    vm.release(probe);
    must(vm.execute("del _coroboard_probe\n"));
    return layout;
}

}  // namespace coroboard::micropython
