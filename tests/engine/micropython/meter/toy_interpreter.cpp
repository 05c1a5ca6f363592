// SPDX-License-Identifier: MIT
#include "engine/micropython/meter/toy_interpreter.h"

#include <wabt/binary-reader.h>
#include <wabt/binary-writer.h>
#include <wabt/error-formatter.h>
#include <wabt/interp/binary-reader-interp.h>
#include <wabt/stream.h>
#include <wabt/wast-lexer.h>
#include <wabt/wast-parser.h>

#include <memory>
#include <stdexcept>

namespace coroboard::micropython::meter {

std::string toyText()
{
    std::string targets;
    for (int opcode = 0; opcode < 70; ++opcode) {
        targets += opcode % 3 == 0 ? "$third " : "$other ";
    }
    return R"((module
  (import "env" "note" (func $note (param i32)))
  (memory 4)
  (table 3 funcref)
  (elem (i32.const 1) $note $collect)
  (global $kept funcref (ref.func $growth))
  (global $started (mut i32) (i32.const 0))
  (func $run (param $state i32) (param $n i32)
    (loop $outer
      (loop $dispatch
        (i32.store offset=4 (local.get $state) (local.get $n))
        (block $other
          (block $third
            (br_table )" +
           targets + R"($other (i32.rem_u (local.get $n) (i32.const 69))))
          (call $note (local.get $n)))
        (local.set $n (i32.sub (local.get $n) (i32.const 1)))
        (br_if $dispatch (local.get $n)))
      (br_if $outer (local.get $n))))
  (func $growth (result i32) i32.const 134217728)
  (func $collect i32.const 0 i32.const 1 i32.store8 offset=500)
  (func $fail (loop (br 0)))
  (func $allocate (param $free i32) (param $area i32) (param $hint i32)
    (block
      local.get $free i32.const 1 i32.ne br_if 0
      i32.const 944 local.get $area i32.store offset=700
      local.get $hint local.get $free i32.const 1 i32.add i32.const 2 i32.shr_u i32.store))
  (func $repl (param i32) (result i32)
    i32.const 0
    i32.const 0
    i32.load offset=600
    i32.const 1
    i32.add
    i32.store offset=600
    local.get 0
    call $note
    i32.const 600
    i32.load)
  (func $tabled (param i32) (call_indirect (param i32) (local.get 0) (i32.const 1)))
  (func $start (global.set $started (i32.const 7)))
  (start $start)
  (export "run" (func $run))
  (export "growth" (func $growth))
  (export "collect" (func $collect))
  (export "mp_js_repl_process_char" (func $repl))
  (export "tabled" (func $tabled))
  (export "started" (global $started))
  (export "memory" (memory 0))))";
}

std::string replaced(std::string text, std::string_view what, std::string_view with)
{
    const auto at = text.find(what);
    if (at == std::string::npos || text.find(what, at + 1) != std::string::npos) {
        throw std::logic_error("not exactly one: " + std::string(what));
    }
    return text.replace(at, what.size(), with);
}

Bytes assemble(const std::string& text)
{
    wabt::Errors errors;
    const auto lexer = wabt::WastLexer::CreateBufferLexer("toy.wat", text.data(), text.size(), &errors);
    wabt::WastParseOptions options{wabt::Features()};
    std::unique_ptr<wabt::Module> module;
    wabt::MemoryStream stream;
    if (Failed(wabt::ParseWatModule(lexer.get(), &module, &errors, &options)) ||
        Failed(wabt::WriteBinaryModule(&stream, module.get(), wabt::WriteBinaryOptions()))) {
        throw std::logic_error(wabt::FormatErrorsToString(errors, wabt::Location::Type::Text));
    }
    return stream.output_buffer().data;
}

ToyRun::ToyRun(const Bytes& module, std::uint32_t grant)
{
    namespace interp = wabt::interp;
    wabt::Errors errors;
    interp::ModuleDesc description;
    const wabt::ReadBinaryOptions options;
    if (Failed(interp::ReadBinaryInterp("toy", module.data(), module.size(), options, &errors, &description))) {
        throw std::logic_error(wabt::FormatErrorsToString(errors, wabt::Location::Type::Binary));
    }
    m_module = interp::Module::New(m_store, description);

    interp::RefVec imports;
    for (const interp::ImportType& import : m_module->import_types()) {
        const std::string name = import.name;
        const auto& type = *wabt::cast<interp::FuncType>(import.type.get());
        imports.push_back(interp::HostFunc::New(m_store, type,
                                                [this, name, grant](interp::Thread&, const interp::Values& parameters,
                                                                    interp::Values& results, interp::Trap::Ptr*) {
                                                    if (name == "on_fuel") {
                                                        ++refills;
                                                        state = parameters.at(0).Get<wabt::interp::u32>();
                                                        place = parameters.at(1).Get<wabt::interp::u32>();
                                                        results.at(0).Set<wabt::interp::u32>(grant);
                                                    } else if (name == "on_collect") {
                                                        ++collections;
                                                    } else {
                                                        notes.push_back(parameters.at(0).Get<wabt::interp::u32>());
                                                    }
                                                    return wabt::Result::Ok;
                                                })
                              .ref());
    }
    interp::Trap::Ptr trap;
    m_instance = interp::Instance::Instantiate(m_store, m_module.ref(), imports, &trap);
    if (trap) {
        throw std::runtime_error(trap->message());
    }
}

wabt::interp::Ref ToyRun::exported(std::string_view name) const
{
    const auto& exports = m_module->export_types();
    for (std::size_t index = 0; index < exports.size(); ++index) {
        if (exports[index].name == name) {
            return m_instance->exports()[index];
        }
    }
    throw std::out_of_range(std::string(name));
}

std::uint32_t ToyRun::call(std::string_view name, const std::vector<std::uint32_t>& arguments)
{
    namespace interp = wabt::interp;
    interp::Values parameters;
    for (const std::uint32_t argument : arguments) {
        parameters.push_back(interp::Value::Make(argument));
    }
    interp::Values results;
    interp::Trap::Ptr trap;
    const interp::Func::Ptr function(m_store, exported(name));
    if (Failed(function->Call(m_store, parameters, results, &trap))) {
        throw std::runtime_error(trap->message());
    }
    return results.empty() ? 0 : results.front().Get<interp::u32>();
}

std::uint32_t ToyRun::global(std::string_view name)
{
    const wabt::interp::Global::Ptr found(m_store, exported(name));
    return found->Get().Get<wabt::interp::u32>();
}

void ToyRun::setGlobal(std::string_view name, std::uint32_t value)
{
    const wabt::interp::Global::Ptr found(m_store, exported(name));
    found->UnsafeSet(wabt::interp::Value::Make(value));
}

std::uint32_t ToyRun::byteAt(std::uint32_t address)
{
    const wabt::interp::Memory::Ptr memory(m_store, exported("memory"));
    return memory->UnsafeData()[address];
}

}  // namespace coroboard::micropython::meter
