// SPDX-License-Identifier: MIT
#pragma once
// Vm::Module: the translated module's state and the environment its imports receive. Private to the VM's own sources.

#include "micropython/translated.h"
#include "micropython/vm.h"

struct Z_env_instance_t {
    coroboard::micropython::Vm* vm;
};
struct Z_wasi_snapshot_preview1_instance_t {
    coroboard::micropython::Vm* vm;
};

namespace coroboard::micropython {

// How many references a host module takes: the ones below its own, itself, its functions, its iterators.
std::uint32_t hostReferences(const HostModule& module);

struct Vm::Module {
    Z_env_instance_t environment{};
    Z_wasi_snapshot_preview1_instance_t wasi{};
    translated::State state{};
    bool instantiated = false;

    ~Module()
    {
        if (instantiated) translated::release(&state);
    }
};

// What the imports may touch of a Vm.
struct Imports {
    static translated::State* state(Vm& vm) { return &vm.m_module->state; }
    static JumpTarget*& jumps(Vm& vm) { return vm.m_jumps; }
    static VmHost& host(Vm& vm) { return vm.m_host; }
    static void collect(Vm& vm) { vm.collect(); }
    static void hostCall(Vm& vm, std::uint32_t f, std::uint32_t n, std::uint32_t args, std::uint32_t out) { vm.hostCall(f, n, args, out); }
    static std::uint32_t lookup(Vm& vm, std::uint32_t ref, std::string_view name, std::uint32_t out) { return vm.lookup(ref, name, out); }
    static bool iteratorNext(Vm& vm, std::uint32_t ref, std::uint32_t out) { return vm.iteratorNext(ref, out); }
    static void answerHostObject(Vm& vm, std::uint32_t ref, std::uint32_t out);
    static void forgetHostObject(Vm& vm, std::uint32_t ref) { vm.m_hostSeen[ref] = false; }
};

}  // namespace coroboard::micropython
