// SPDX-License-Identifier: MIT
#pragma once
// CoroutineLayout: where in memory the interpreter keeps what reading its objects needs: the addresses of its types, the root of the
// interned strings (qstrs), the allocation table of the heap. Found once while booting, by asking the interpreter for objects of which
// everything is known; the same for every clone of a boot image. Layouts are those of MicroPython 1.27 on a 32-bit machine
// (py/obj*.h, py/qstr.h, py/gc.c), object representation A.

#include <cstdint>

namespace coroboard::micropython {

class Vm;

struct CoroutineLayout {
    // Types: addresses of type objects.
    std::uint32_t typeType = 0;
    std::uint32_t generatorType = 0;           // a generator or coroutine object
    std::uint32_t functionType = 0;            // a function of bytecode
    std::uint32_t generatorFunctionType = 0;   // one that makes generators
    std::uint32_t closureType = 0;
    std::uint32_t cellType = 0;                // a variable shared between functions
    std::uint32_t boundMethodType = 0;
    std::uint32_t moduleType = 0;
    std::uint32_t strType = 0;
    std::uint32_t bytesType = 0;
    std::uint32_t bytearrayType = 0;
    std::uint32_t listType = 0;
    std::uint32_t tupleType = 0;
    std::uint32_t dictType = 0;
    std::uint32_t setType = 0;
    std::uint32_t floatType = 0;
    std::uint32_t intType = 0;                 // integers too big for a word
    std::uint32_t rangeType = 0;

    std::uint32_t qstrRoot = 0;                // address of the pointer to the newest pool of qstrs
    std::uint32_t poolTexts = 0;               // offset of the table of texts in a pool

    std::uint32_t blockTable = 0;              // two bits a block of 16 bytes: 0 free, 1 head, 2 tail, 3 marked head
    std::uint32_t firstBlock = 0;
    std::uint32_t endOfBlocks = 0;

    // On the fibre of a booting VM, before a program has run. HardFault when something is not found.
    static CoroutineLayout locate(Vm& vm);
};

}  // namespace coroboard::micropython
