// SPDX-License-Identifier: MIT
#include "micropython/meter/wasm_module.h"

#include <wabt/binary-reader-ir.h>
#include <wabt/binary-reader.h>
#include <wabt/binary-writer.h>
#include <wabt/cast.h>
#include <wabt/error-formatter.h>
#include <wabt/expr-visitor.h>
#include <wabt/stream.h>
#include <wabt/validator.h>

#include <fstream>
#include <iterator>
#include <memory>
#include <utility>

namespace coroboard::micropython::meter {

namespace {

std::string text(const wabt::Errors& errors)
{
    return wabt::FormatErrorsToString(errors, wabt::Location::Type::Binary);
}

// Adds one to every function index at or above `from`.
class FunctionShift : public wabt::ExprVisitor::DelegateNop {
public:
    explicit FunctionShift(wabt::Index from) : m_from(from) {}

    void shift(wabt::Var& reference) const
    {
        if (reference.is_name()) {
            throw MeterError("a function is referred to by name where an index was expected");
        }
        if (reference.index() >= m_from) {
            reference.set_index(reference.index() + 1);
        }
    }

    wabt::Result OnCallExpr(wabt::CallExpr* call) override { return shifted(call->var); }
    wabt::Result OnReturnCallExpr(wabt::ReturnCallExpr* call) override { return shifted(call->var); }
    wabt::Result OnRefFuncExpr(wabt::RefFuncExpr* reference) override { return shifted(reference->var); }

private:
    wabt::Result shifted(wabt::Var& reference) const
    {
        shift(reference);
        return wabt::Result::Ok;
    }

    wabt::Index m_from;
};

}  // namespace

WasmModule::WasmModule(const Bytes& binary, const std::string& name) : m_name(name)
{
    wabt::Errors errors;
    const wabt::ReadBinaryOptions options;
    if (Failed(wabt::ReadBinaryIr(name.c_str(), binary.data(), binary.size(), options, &errors, &m_module))) {
        throw MeterError("not a readable WebAssembly module\n" + text(errors));
    }
    validate();
}

void WasmModule::validate()
{
    wabt::Errors errors;
    const wabt::ValidateOptions options;
    if (Failed(wabt::ValidateModule(&m_module, &errors, options))) {
        throw MeterError("not a valid WebAssembly module\n" + text(errors));
    }
}

wabt::Func& WasmModule::exportedFunction(std::string_view name)
{
    const wabt::Export* found = m_module.GetExport(name);
    if (found == nullptr || found->kind != wabt::ExternalKind::Func) {
        throw MeterError("no exported function " + std::string(name));
    }
    return *m_module.GetFunc(found->var);
}

wabt::Var WasmModule::findOrAddType(const wabt::FuncSignature& signature)
{
    wabt::Index index = m_module.GetFuncTypeIndex(signature);
    if (index == wabt::kInvalidIndex) {
        auto field = std::make_unique<wabt::TypeModuleField>();
        auto type = std::make_unique<wabt::FuncType>();
        type->sig = signature;
        field->type = std::move(type);
        index = static_cast<wabt::Index>(m_module.types.size());
        m_module.AppendField(std::move(field));
    }
    return wabt::Var(index, wabt::Location());
}

void WasmModule::shiftFunctionReferences(wabt::Index from)
{
    FunctionShift shift(from);
    wabt::ExprVisitor visitor(&shift);
    for (wabt::Func* function : m_module.funcs) {
        visitor.VisitFunc(function);
    }
    for (wabt::Global* global : m_module.globals) {
        visitor.VisitExprList(global->init_expr);
    }
    for (wabt::ElemSegment* segment : m_module.elem_segments) {
        for (wabt::ExprList& element : segment->elem_exprs) {
            visitor.VisitExprList(element);
        }
    }
    for (wabt::Export* exported : m_module.exports) {
        if (exported->kind == wabt::ExternalKind::Func) {
            shift.shift(exported->var);
        }
    }
    for (wabt::Var* start : m_module.starts) {
        shift.shift(*start);
    }
}

wabt::Index WasmModule::addImportedFunction(std::string_view name, const wabt::TypeVector& parameters,
                                            const wabt::TypeVector& results)
{
    const wabt::Index index = m_module.num_func_imports;
    shiftFunctionReferences(index);

    auto import = std::make_unique<wabt::FuncImport>();
    import->module_name = "env";
    import->field_name = name;
    import->func.decl.sig.param_types = parameters;
    import->func.decl.sig.result_types = results;
    import->func.decl.type_var = findOrAddType(import->func.decl.sig);
    import->func.decl.has_func_type = true;

    // AppendField would put the function last; an import's place is before the module's own functions.
    m_module.funcs.insert(m_module.funcs.begin() + index, &import->func);
    m_module.imports.push_back(import.get());
    ++m_module.num_func_imports;
    m_module.fields.push_back(std::make_unique<wabt::ImportModuleField>(std::move(import)));
    return index;
}

wabt::Index WasmModule::addExportedGlobal(std::string_view name, std::uint32_t initial)
{
    if (m_module.GetExport(name) != nullptr) {
        throw MeterError("the name " + std::string(name) + " is exported already");
    }
    const auto index = static_cast<wabt::Index>(m_module.globals.size());
    auto global = std::make_unique<wabt::GlobalModuleField>();
    global->global.type = wabt::Type::I32;
    global->global.mutable_ = true;
    global->global.init_expr.push_back(std::make_unique<wabt::ConstExpr>(wabt::Const::I32(initial)));
    m_module.AppendField(std::move(global));

    auto exported = std::make_unique<wabt::ExportModuleField>();
    exported->export_.name = name;
    exported->export_.kind = wabt::ExternalKind::Global;
    exported->export_.var = wabt::Var(index, wabt::Location());
    m_module.AppendField(std::move(exported));
    return index;
}

Bytes WasmModule::encode()
{
    validate();
    wabt::MemoryStream stream;
    const wabt::WriteBinaryOptions options;
    if (Failed(wabt::WriteBinaryModule(&stream, &m_module, options))) {
        throw MeterError("the edited module could not be encoded");
    }
    return std::move(stream.output_buffer().data);
}

Bytes readFile(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        throw MeterError("cannot read " + path);
    }
    return Bytes(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
}

void writeFile(const std::string& path, const void* data, std::size_t size)
{
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file.write(static_cast<const char*>(data), static_cast<std::streamsize>(size));
    file.close();
    if (!file) {
        throw MeterError("cannot write " + path);
    }
}

}  // namespace coroboard::micropython::meter
