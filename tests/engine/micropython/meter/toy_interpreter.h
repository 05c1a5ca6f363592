// SPDX-License-Identifier: MIT
// A small WebAssembly module with the shapes mpy_meter looks for, as text, so that a test can break one of them; and a way to run the
// metered result (libwabt's interpreter). Exports: run(n) dispatches n bytecodes and notes each third, growth(), collect(),
// mp_js_repl_process_char(c), tabled(x), which calls `note` through the table, and started, which the start function set to 7.
#pragma once

#include "micropython/meter/wasm_module.h"

#include <wabt/interp/interp.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace coroboard::micropython::meter {

std::string toyText();

// The text with its only occurrence of `what` replaced; throws when there is not exactly one.
std::string replaced(std::string text, std::string_view what, std::string_view with);

Bytes assemble(const std::string& text);

// One instance of a metered toy. on_fuel grants `grant` each time; calls of the host are counted.
class ToyRun {
public:
    ToyRun(const Bytes& module, std::uint32_t grant);

    // Calls an export; without a result it returns 0. Throws what a trap says.
    std::uint32_t call(std::string_view name, const std::vector<std::uint32_t>& arguments = {});
    std::uint32_t global(std::string_view name);
    void setGlobal(std::string_view name, std::uint32_t value);
    std::uint32_t byteAt(std::uint32_t address);

    int refills = 0;
    std::uint32_t state = 0;  // what the last refill was told
    std::uint32_t place = 0;
    int collections = 0;
    std::vector<std::uint32_t> notes;

private:
    wabt::interp::Ref exported(std::string_view name) const;

    wabt::interp::Store m_store;
    wabt::interp::Module::Ptr m_module;
    wabt::interp::Instance::Ptr m_instance;
};

}  // namespace coroboard::micropython::meter
