// SPDX-License-Identifier: MIT
// One WebAssembly module held as libwabt's tree, with the few edits the meter needs: read and validate, add an imported
// function, add an exported global, write. Used only at build time by mpy_meter, on one thread. Every failure throws
// MeterError with a sentence that says what was expected; nothing is written then.
//
// Imported functions come first in the index space, so adding one renumbers every reference to a function:
// addImportedFunction does so.
#pragma once

#include <wabt/ir.h>

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace coroboard::micropython::meter {

// The module is not the one this tool knows, or a file could not be read or written.
class MeterError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

using Bytes = std::vector<std::uint8_t>;

class WasmModule {
public:
    // Reads and validates a binary module. `name` appears in messages only.
    WasmModule(const Bytes& binary, const std::string& name);

    wabt::Module& tree() { return m_module; }

    // The function exported under this name; throws when there is none.
    wabt::Func& exportedFunction(std::string_view name);

    // Adds `(import "env" name (func (param …) (result …)))` and returns its index. Indices noted before are stale.
    wabt::Index addImportedFunction(std::string_view name, const wabt::TypeVector& parameters,
                                    const wabt::TypeVector& results);

    // Adds `(global (mut i32) (i32.const initial))`, exports it under `name`, and returns its index.
    wabt::Index addExportedGlobal(std::string_view name, std::uint32_t initial);

    // Validates the edited module and encodes it.
    Bytes encode();

private:
    wabt::Var findOrAddType(const wabt::FuncSignature& signature);
    void shiftFunctionReferences(wabt::Index from);
    void validate();

    wabt::Module m_module;
    std::string m_name;
};

Bytes readFile(const std::string& path);
void writeFile(const std::string& path, const void* data, std::size_t size);

}  // namespace coroboard::micropython::meter
