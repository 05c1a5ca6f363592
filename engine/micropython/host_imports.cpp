// SPDX-License-Identifier: MIT
// The imports through which Python reaches host objects, time, chance and the collector.
// References: 2 is the module `_coroboard`; then its functions, then its iterators (see hostReferences in module.h).
#include <cstring>

#include <fmt/format.h>

#include "micropython/host_call.h"
#include "micropython/module.h"

namespace coroboard::micropython {

namespace {

constexpr std::uint32_t moduleReference = 2;
constexpr std::uint32_t firstFunction = 3;

[[noreturn]] void cannotHappen(const char* what) { throw HardFault(fmt::format("{} has no meaning on this board", what)); }

}  // namespace

std::uint32_t hostReferences(const HostModule& module)
{
    return firstFunction + static_cast<std::uint32_t>(module.functions.size() + module.iterators.size());
}

void Imports::answerHostObject(Vm& vm, std::uint32_t reference, std::uint32_t out)
{
    const bool seen = vm.m_hostSeen[reference];
    vm.m_hostSeen[reference] = true;
    vm.store(out, static_cast<std::uint32_t>(seen ? ToPython::HostSeenBefore : ToPython::HostFirstSeen));
    vm.store(out + 4, reference);
}

std::uint32_t Vm::lookup(std::uint32_t reference, std::string_view name, std::uint32_t out)
{
    if (reference != moduleReference) return 0;
    std::uint32_t at = firstFunction;
    for (const HostFunctionEntry& entry : m_hostModule.functions) {
        if (name == entry.name) {
            Imports::answerHostObject(*this, at, out);
            return 1;
        }
        ++at;
    }
    for (const HostIteratorEntry& entry : m_hostModule.iterators) {
        if (name == entry.name) {
            Imports::answerHostObject(*this, at, out);
            return 1;
        }
        ++at;
    }
    return 0;
}

void Vm::hostCall(std::uint32_t reference, std::uint32_t count, std::uint32_t arguments, std::uint32_t out)
{
    const std::uint32_t index = reference - firstFunction;
    if (reference < firstFunction || index >= m_hostModule.functions.size()) cannotHappen("calling this object");
    m_host.enterHost();
    {
        HostCall call(*this, m_host, count, arguments, out);
        call.answerNone();
        m_hostModule.functions[index].function(call);
    }
    m_host.leaveHost();
}

bool Vm::iteratorNext(std::uint32_t reference, std::uint32_t out)
{
    const std::uint32_t index = reference - firstFunction - static_cast<std::uint32_t>(m_hostModule.functions.size());
    if (index >= m_hostModule.iterators.size()) cannotHappen("iterating over this object");
    HostCall call(*this, m_host, 0, 0, out);
    call.answerNone();
    return m_hostModule.iterators[index].next(call);
}

HostCall::~HostCall()
{
    for (std::uint32_t i = 0; i < m_count && i < 64; ++i) {
        const FromPython k = kind(i);
        const bool object = k == FromPython::Callable || k == FromPython::Generator || k == FromPython::Object;
        if (object && !(m_kept >> i & 1)) m_vm.release(m_vm.load(m_arguments + i * valueBytes + 4));
    }
}

FromPython HostCall::kind(std::uint32_t index) const
{
    if (index >= m_count) return FromPython::Null;
    return static_cast<FromPython>(m_vm.load(m_arguments + index * valueBytes));
}

std::int32_t HostCall::integer(std::uint32_t index, std::int32_t otherwise) const
{
    const std::uint32_t at = m_arguments + index * valueBytes + 4;
    switch (kind(index)) {
        case FromPython::Bool:
        case FromPython::Int: return static_cast<std::int32_t>(m_vm.load(at));
        case FromPython::Float: return static_cast<std::int32_t>(number(index));
        default: return otherwise;
    }
}

double HostCall::number(std::uint32_t index, double otherwise) const
{
    const std::uint32_t at = m_arguments + index * valueBytes + 4;
    switch (kind(index)) {
        case FromPython::Bool:
        case FromPython::Int: return static_cast<std::int32_t>(m_vm.load(at));
        case FromPython::Float: {
            double value;
            std::memcpy(&value, m_vm.bytes(at, 8).data(), 8);
            return value;
        }
        default: return otherwise;
    }
}

std::string_view HostCall::text(std::uint32_t index) const
{
    if (kind(index) != FromPython::Text) return {};
    const std::uint32_t at = m_arguments + index * valueBytes;
    const auto raw = m_vm.bytes(m_vm.load(at + 8), m_vm.load(at + 4));
    return {reinterpret_cast<const char*>(raw.data()), raw.size()};
}

Reference HostCall::keep(std::uint32_t index)
{
    const FromPython k = kind(index);
    if (k != FromPython::Callable && k != FromPython::Generator && k != FromPython::Object) return 0;
    m_kept |= std::uint64_t{1} << index;
    return m_vm.load(m_arguments + index * valueBytes + 4);
}

void HostCall::answerNone() { m_vm.store(m_out, static_cast<std::uint32_t>(ToPython::None)); }

void HostCall::answerBool(bool value)
{
    m_vm.store(m_out, static_cast<std::uint32_t>(ToPython::Bool));
    m_vm.store(m_out + 4, value);
}

void HostCall::answerInt(std::int32_t value)
{
    m_vm.store(m_out, static_cast<std::uint32_t>(ToPython::Int));
    m_vm.store(m_out + 4, static_cast<std::uint32_t>(value));
}

void HostCall::answerFloat(double value)
{
    m_vm.store(m_out, static_cast<std::uint32_t>(ToPython::Float));
    std::memcpy(m_vm.bytes(m_out + 4, 8).data(), &value, 8);
}

void HostCall::answerText(std::string_view value)
{
    const std::uint32_t address = m_vm.newText(value);
    m_vm.store(m_out, static_cast<std::uint32_t>(ToPython::Text));
    m_vm.store(m_out + 4, static_cast<std::uint32_t>(value.size()));
    m_vm.store(m_out + 8, address);
}

void HostCall::answerObject(Reference reference)
{
    m_vm.store(m_out, static_cast<std::uint32_t>(ToPython::Object));
    m_vm.store(m_out + 4, reference);
}

}  // namespace coroboard::micropython

using namespace coroboard::micropython;
using E = Z_env_instance_t*;

extern "C" {

u32 Z_envZ_on_fuel(E e, u32 codeState, u32 ip) { return Imports::host(*e->vm).grantFuel({codeState, ip}); }
void Z_envZ_on_collect(E e) { Imports::collect(*e->vm); }

u32 Z_envZ_mp_js_random_u32(E e) { return Imports::host(*e->vm).randomWord(); }
u32 Z_envZ_mp_js_ticks_ms(E e) { return Imports::host(*e->vm).millisecondTicks(); }
f64 Z_envZ_mp_js_time_ms(E e) { return Imports::host(*e->vm).unixMilliseconds(); }

u32 Z_envZ_lookup_attr(E e, u32 reference, u32 name, u32 out)
{
    const std::string text = e->vm->text(name);
    return Imports::lookup(*e->vm, reference, text, out);
}
u32 Z_envZ_has_attr(E, u32, u32) { return 0; }
void Z_envZ_store_attr(E, u32, u32, u32) { cannotHappen("storing into a host object"); }

void Z_envZ_call0(E e, u32 f, u32 out) { Imports::hostCall(*e->vm, f, 0, 0, out); }
u32 Z_envZ_call1(E e, u32 f, u32, u32 a, u32 out)
{
    Imports::hostCall(*e->vm, f, 1, a, out);
    return 0;
}
u32 Z_envZ_call2(E e, u32 f, u32, u32 a, u32 b, u32 out)
{
    // Two blocks that need not lie side by side: bring them together where calln would put them.
    Vm& vm = *e->vm;
    if (b == a + valueBytes) {
        Imports::hostCall(vm, f, 2, a, out);
        return 0;
    }
    translated::State* state = Imports::state(vm);
    const u32 stack = translated::stackCurrent(state);
    const u32 both = (stack - 2 * valueBytes) & ~15u;
    translated::stackRestore(state, both);
    std::memmove(vm.bytes(both, valueBytes).data(), vm.bytes(a, valueBytes).data(), valueBytes);
    std::memmove(vm.bytes(both + valueBytes, valueBytes).data(), vm.bytes(b, valueBytes).data(), valueBytes);
    Imports::hostCall(vm, f, 2, both, out);
    translated::stackRestore(state, stack);
    return 0;
}
u32 Z_envZ_calln(E e, u32 f, u32, u32 n, u32 values, u32 out)
{
    Imports::hostCall(*e->vm, f, n, values, out);
    return 0;
}
// A function of ours called with keywords only: they are taken in their order.
void Z_envZ_call0_kwarg(E e, u32 f, u32, u32 n, u32, u32 values, u32 out) { Imports::hostCall(*e->vm, f, n, values, out); }
void Z_envZ_calln_kwarg(E, u32, u32, u32, u32, u32, u32, u32, u32) { cannotHappen("keywords in a call of the host"); }
void Z_envZ_js_reflect_construct(E, u32, u32, u32, u32) { cannotHappen("constructing a host object"); }
void Z_envZ_js_subscr_load(E, u32, u32, u32) { cannotHappen("indexing a host object"); }
void Z_envZ_js_subscr_store(E, u32, u32, u32) { cannotHappen("indexing a host object"); }

// A host iterator is its own iterator.
void Z_envZ_js_get_iter(E e, u32 reference, u32 out) { Imports::answerHostObject(*e->vm, reference, out); }
u32 Z_envZ_js_iter_next(E e, u32 reference, u32 out) { return Imports::iteratorNext(*e->vm, reference, out); }
void Z_envZ_proxy_js_free_obj(E e, u32 reference) { Imports::forgetHostObject(*e->vm, reference); }
u32 Z_envZ_js_check_existing(E, u32) { return static_cast<u32>(-1); }

// What belongs to a browser.
void Z_envZ_js_get_error_info(E, u32, u32, u32) { cannotHappen("a JavaScript error"); }
void Z_envZ_js_get_proxy_js_ref_info(E, u32) { cannotHappen("a JavaScript reference"); }
void Z_envZ_create_promise(E, u32, u32) { cannotHappen("a JavaScript promise"); }
void Z_envZ_js_then_continue(E, u32, u32, u32, u32, u32) { cannotHappen("a JavaScript promise"); }
void Z_envZ_js_then_reject(E, u32, u32) { cannotHappen("a JavaScript promise"); }
void Z_envZ_js_then_resolve(E, u32, u32) { cannotHappen("a JavaScript promise"); }
void Z_envZ_proxy_convert_mp_to_js_then_js_to_mp_obj_jsside(E, u32) { cannotHappen("jsffi"); }
void Z_envZ_proxy_convert_mp_to_js_then_js_to_js_then_js_to_mp_obj_jsside(E, u32) { cannotHappen("jsffi"); }
void Z_envZ__abort_js(E) { throw HardFault("the interpreter aborted"); }

u32 Z_envZ_emscripten_resize_heap(E e, u32 bytes)
{
    wasm_rt_memory_t& memory = translated::memory(Imports::state(*e->vm));
    const u32 pages = bytes / 65536 + (bytes % 65536 != 0);
    return pages <= memory.pages || wasm_rt_grow_memory(&memory, pages - memory.pages) != ~0u;
}

}  // extern "C"
