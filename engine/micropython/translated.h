// SPDX-License-Identifier: MIT
#pragma once
// The one place that knows the names wasm2c gives (wabt 1.0.32: Z_<module>Z_<name>; later releases changed them).
// Everything else in engine/micropython speaks of `translated::` functions on an Instance's module state.

#include <cstdint>

extern "C" {
#include <mpy.h>
}

namespace coroboard::micropython::translated {

using State = Z_mpy_instance_t;

inline void initializeModule() { Z_mpy_init_module(); }
inline void instantiate(State* s, Z_env_instance_t* env, Z_wasi_snapshot_preview1_instance_t* wasi) { Z_mpy_instantiate(s, env, wasi); }
inline void release(State* s) { Z_mpy_free(s); }
// The state's own fields, for what is touched on every call: the exported functions do the same.
inline std::uint32_t& fuel(State* s) { return s->w2c_fuel; }
inline std::uint32_t& callCost(State* s) { return s->w2c_call_cost; }
inline wasm_rt_memory_t& memory(State* s) { return s->w2c_memory; }
inline wasm_rt_funcref_table_t& functions(State* s) { return s->w2c___indirect_function_table; }

inline void stackInit(State* s) { Z_mpyZ_emscripten_stack_init(s); }
inline void callConstructors(State* s) { Z_mpyZ___wasm_call_ctors(s); }
inline std::uint32_t stackCurrent(State* s) { return s->w2c_g0; }
inline std::uint32_t stackBase(State* s) { return Z_mpyZ_emscripten_stack_get_base(s); }
inline void stackRestore(State* s, std::uint32_t to) { s->w2c_g0 = to; }
inline void setThrew(State* s) { Z_mpyZ_setThrew(s, 1, 0); }

inline std::uint32_t allocate(State* s, std::uint32_t bytes) { return Z_mpyZ_malloc(s, bytes); }
inline void free(State* s, std::uint32_t address) { Z_mpyZ_free(s, address); }

inline void init(State* s, std::uint32_t pystackWords, std::uint32_t heapBytes) { Z_mpyZ_mp_js_init(s, pystackWords, heapBytes); }
inline void proxyInit(State* s) { Z_mpyZ_proxy_c_init(s); }
inline void registerModule(State* s, std::uint32_t name, std::uint32_t value) { Z_mpyZ_mp_js_register_js_module(s, name, value); }
inline void import(State* s, std::uint32_t name, std::uint32_t out) { Z_mpyZ_mp_js_do_import(s, name, out); }
inline void execute(State* s, std::uint32_t text, std::uint32_t length, std::uint32_t out) { Z_mpyZ_mp_js_do_exec(s, text, length, out); }
inline void call(State* s, std::uint32_t reference, std::uint32_t count, std::uint32_t arguments, std::uint32_t out)
{
    Z_mpyZ_proxy_c_to_js_call(s, reference, count, arguments, out);
}
inline void lookupAttribute(State* s, std::uint32_t reference, std::uint32_t name, std::uint32_t out)
{
    Z_mpyZ_proxy_c_to_js_lookup_attr(s, reference, name, out);
}
inline void releaseReference(State* s, std::uint32_t reference) { Z_mpyZ_proxy_c_free_obj(s, reference); }
inline void scheduleKeyboardInterrupt(State* s) { Z_mpyZ_mp_sched_keyboard_interrupt(s); }

}  // namespace coroboard::micropython::translated
