// SPDX-License-Identifier: MIT
// setjmp and longjmp of the translated code (see jump.h).
#include "micropython/module.h"

namespace coroboard::micropython {

namespace {

template <class R, class... A>
R callIndirect(translated::State* state, std::uint32_t index, A... arguments)
{
    const wasm_rt_funcref_table_t& table = translated::functions(state);
    if (index >= table.size || !table.data[index].func) throw HardFault("call through a wrong pointer");
    const wasm_rt_funcref_t& function = table.data[index];
    return reinterpret_cast<R (*)(void*, A...)>(function.func)(function.module_instance, arguments...);
}

// No object with a destructor lives in this frame: longjmp passes through it.
template <class R, class... A>
__attribute__((noinline)) R invoke(Z_env_instance_t* environment, std::uint32_t index, A... arguments)
{
    Vm& vm = *environment->vm;
    translated::State* state = Imports::state(vm);
    const std::uint32_t stack = translated::stackCurrent(state);
    // Written before the jump target is armed and not after: their values survive the jump.
    Z_env_instance_t* volatile kept = environment;
    volatile std::uint32_t keptStack = stack;
    JumpTarget target;
    target.previous = Imports::jumps(vm);
    Imports::jumps(vm) = &target;
    if (__builtin_expect(COROBOARD_SETJMP(target.buffer) == 0, 1)) {
        if constexpr (std::is_void_v<R>) {
            callIndirect<R>(state, index, arguments...);
            Imports::jumps(vm) = target.previous;
            return;
        } else {
            const R result = callIndirect<R>(state, index, arguments...);
            Imports::jumps(vm) = target.previous;
            return result;
        }
    }
    Vm& after = *kept->vm;
    Imports::jumps(after) = Imports::jumps(after)->previous;
    translated::stackRestore(Imports::state(after), keptStack);
    translated::setThrew(Imports::state(after));
    if constexpr (!std::is_void_v<R>) return 0;
}

}  // namespace

}  // namespace coroboard::micropython

using coroboard::micropython::Imports;
using coroboard::micropython::invoke;
using E = Z_env_instance_t*;

extern "C" {

void Z_envZ__emscripten_throw_longjmp(E e) { COROBOARD_LONGJMP(Imports::jumps(*e->vm)->buffer); }

u32 Z_envZ_invoke_i(E e, u32 f) { return invoke<u32>(e, f); }
u32 Z_envZ_invoke_ii(E e, u32 f, u32 a) { return invoke<u32>(e, f, a); }
u32 Z_envZ_invoke_iii(E e, u32 f, u32 a, u32 b) { return invoke<u32>(e, f, a, b); }
u32 Z_envZ_invoke_iiii(E e, u32 f, u32 a, u32 b, u32 c) { return invoke<u32>(e, f, a, b, c); }
u32 Z_envZ_invoke_iiiii(E e, u32 f, u32 a, u32 b, u32 c, u32 d) { return invoke<u32>(e, f, a, b, c, d); }
u32 Z_envZ_invoke_iiiiii(E e, u32 f, u32 a, u32 b, u32 c, u32 d, u32 g) { return invoke<u32>(e, f, a, b, c, d, g); }
void Z_envZ_invoke_v(E e, u32 f) { invoke<void>(e, f); }
void Z_envZ_invoke_vi(E e, u32 f, u32 a) { invoke<void>(e, f, a); }
void Z_envZ_invoke_vii(E e, u32 f, u32 a, u32 b) { invoke<void>(e, f, a, b); }
void Z_envZ_invoke_viii(E e, u32 f, u32 a, u32 b, u32 c) { invoke<void>(e, f, a, b, c); }
void Z_envZ_invoke_viiii(E e, u32 f, u32 a, u32 b, u32 c, u32 d) { invoke<void>(e, f, a, b, c, d); }

}  // extern "C"
