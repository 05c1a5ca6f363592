// SPDX-License-Identifier: MIT
// mpy_meter IN.wasm OUT.wasm FACTS.h: meters the official WebAssembly build of MicroPython for the engine (see
// metering.h). Exit code 1 and a sentence on stderr when the module is not the one it knows; nothing is written then.
#include "micropython/meter/metering.h"

#include <cstdio>
#include <exception>
#include <string>

int main(int count, char** arguments)
{
    using namespace coroboard::micropython::meter;
    if (count != 4) {
        std::fputs("usage: mpy_meter IN.wasm OUT.wasm FACTS.h\n", stderr);
        return 2;
    }
    try {
        WasmModule module(readFile(arguments[1]), arguments[1]);
        const Facts facts = addMeter(module);
        const Bytes metered = module.encode();
        const std::string header = factsHeader(facts);
        writeFile(arguments[2], metered.data(), metered.size());
        writeFile(arguments[3], header.data(), header.size());
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "mpy_meter: %s: %s\n", arguments[1], failure.what());
        return 1;
    }
    return 0;
}
