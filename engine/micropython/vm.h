// SPDX-License-Identifier: MIT
#pragma once
// Vm: one MicroPython 1.27 interpreter: its linear memory, its fibre and the door through which it reaches the board.
// It knows no event loop: whoever owns it resumes it and implements VmHost, whose calls come in on the fibre and may suspend it there.
// Not thread-safe: one thread at a time drives one Vm; any number of Vms live side by side.
//
// Life: construct (boots, or clones a boot image) → start(body) → resume() until finished(). The body runs on the fibre and makes the
// calls into Python; everything under "On the fibre" belongs there (or to the moment before start()).
// A trap or a call that cannot happen throws HardFault out of resume(); the Vm is then only good for destruction.

#include <cstdint>
#include <cstring>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "micropython/fibre.h"
#include "micropython/hard_fault.h"
#include "micropython/jump.h"
#include "micropython/value.h"

struct Z_env_instance_t;

namespace coroboard::micropython {

class FileCalls;
class HostCall;
class Vm;

// A function the Python side can call. Bound by name in the host module `_coroboard`.
using HostFunction = void (*)(HostCall&);
struct HostFunctionEntry {
    const char* name;
    HostFunction function;
};

// A Python iterator driven by us: next() writes the next value and answers true, or answers false when it stops.
// Unlike a function it calls VmHost::enterHost and leaveHost itself, where it needs them.
using HostIterator = bool (*)(HostCall&);
struct HostIteratorEntry {
    const char* name;
    HostIterator next;
};

// The bytecode the interpreter is about to execute: the frame (address of its code state, py/bc.h) and the address in its code. The
// frame itself still says which one it executed last.
struct CodePosition {
    std::uint32_t codeState = 0;
    std::uint32_t ip = 0;
};

// What the interpreter asks of its owner. All calls come in on the fibre.
class VmHost {
  public:
    virtual ~VmHost() = default;

    // The granted bytecodes are used up, `next` is the last of them. Answers the next grant, at least 1. May suspend, may call Python,
    // may throw.
    virtual std::uint32_t grantFuel(CodePosition next) = 0;

    virtual std::uint32_t randomWord() = 0;
    virtual std::uint32_t millisecondTicks() = 0;
    virtual double unixMilliseconds() = 0;
    virtual FileCalls& files() = 0;

    // Around every call from Python into a host function: virtual time is brought up to date before, the grant renewed after.
    virtual void enterHost() = 0;
    virtual void leaveHost() = 0;

    // Around every garbage collection. May read memory, nothing else.
    virtual void beforeCollection() {}
    virtual void afterCollection() {}
};

struct VmSettings {
    std::uint32_t heapBytes = 256 * 1024;       // the Python heap
    std::uint32_t pystackBytes = 12 * 1024;     // Python frames; RuntimeError past it
};

// The surface the host offers, the same for every Vm of a firmware.
struct HostModule {
    std::span<const HostFunctionEntry> functions;
    std::span<const HostIteratorEntry> iterators;
};

// A booted VM, frozen: cloning it is copying its non-zero pages.
struct BootImage {
    struct Page {
        std::uint32_t address;
        std::vector<std::uint8_t> bytes;
    };
    std::vector<Page> pages;
    std::uint32_t memoryPages = 0;
    std::vector<std::uint32_t> globals;
    std::vector<bool> hostSeen;
    std::uint32_t scratch = 0;
    std::uint32_t rootsCapacity = 0;
    std::uint32_t pystackWords = 0;    // address of the three pystack words
    std::uint32_t heapStart = 0;
    std::uint32_t heapEnd = 0;
    Reference collectorCall = 0;
    Reference blank = 0;
    std::uint32_t references = 0;
    std::uint32_t stopIteration = 0;
};

using CallResult = std::variant<std::monostate, Reference, PythonException>;

class Vm {
  public:
    Vm(VmHost& host, const HostModule& module, const VmSettings& settings);
    Vm(VmHost& host, const HostModule& module, const BootImage& image);
    ~Vm();
    Vm(const Vm&) = delete;
    Vm& operator=(const Vm&) = delete;

    // Freezes the VM as it is. Only before start().
    BootImage image();

    // -- From the owner's side.
    void start(std::function<void()> body);
    void resume() { m_fibre->resume(); }
    // Lets go of a finished body; another may be started.
    void stop();
    bool started() const { return m_fibre != nullptr; }
    bool finished() const { return m_fibre && m_fibre->finished(); }
    // Raises KeyboardInterrupt at the next jump of the bytecode.
    void interrupt();
    // A reference that stands for nothing yet: see setObjectAt().
    Reference blankReference() const { return m_blank; }
    // What the generator returned that ended last (0: None); as the raw object word.
    std::uint32_t stopIterationArgument() const { return load(m_stopIteration); }
    // Undoes every micropython.heap_lock().
    void unlockHeap();
    // Lets the frame say which bytecode is next, as the interpreter does when it begins it.
    void noteNext(CodePosition next) { store(next.codeState + 4, next.ip); }
    void setStopIterationArgument(std::uint32_t object) { store(m_stopIteration, object); }

    // -- On the fibre.
    void suspend();
    // Executes a module's text in __main__; the traceback names it <stdin>.
    std::optional<PythonException> execute(std::string_view text);
    // Looks up module.attribute and keeps a reference. HardFault when it is not there: these are our own modules.
    Reference attribute(std::string_view module, const char* name);
    // Calls a Python callable with integers or one text; results other than exceptions are dropped.
    std::optional<PythonException> call(Reference callable, std::initializer_list<std::int32_t> arguments = {});
    std::optional<PythonException> callWithText(Reference callable, std::string_view text);
    // Calls a callable of ours that answers an integer. HardFault when it does not.
    std::int32_t callForInteger(Reference callable, std::initializer_list<std::int32_t> arguments = {});
    void release(Reference reference);

    // -- Bytecodes still granted; written by the owner when it grants.
    std::uint32_t fuel() const { return *m_fuel; }
    void setFuel(std::uint32_t bytecodes) { *m_fuel = bytecodes; }
    // How many bytecodes' worth of fuel a call of a Python function, or a resume of a generator, takes beside its own bytecodes. The
    // grant may be overdrawn by it: fuel() is then a negative number, and the host is asked for more before the next bytecode.
    void setCallCost(std::uint32_t bytecodes) { *m_callCost = bytecodes; }

    // -- Linear memory, for reading suspended frames and buffers. Addresses are checked: HardFault when out of range.
    std::uint32_t memorySize() const;
    std::uint32_t load(std::uint32_t address) const { return read<std::uint32_t>(address); }
    std::uint16_t load16(std::uint32_t address) const { return read<std::uint16_t>(address); }
    std::uint8_t load8(std::uint32_t address) const { return read<std::uint8_t>(address); }
    void store(std::uint32_t address, std::uint32_t word)
    {
        check(address, 4);
        std::memcpy(m_memory + address, &word, 4);
    }
    std::span<std::uint8_t> bytes(std::uint32_t address, std::uint32_t count);
    std::span<const std::uint8_t> bytes(std::uint32_t address, std::uint32_t count) const;
    std::string text(std::uint32_t address) const;

    // The object behind a reference, as its address (0: none), and putting another one there. An object put there is alive as long as
    // it stays. These are plain accesses to memory: they cost nothing and may be made while the VM is suspended.
    std::uint32_t objectAt(Reference reference) const;
    void setObjectAt(Reference reference, std::uint32_t object);
    std::uint32_t heapStart() const { return m_heapStart; }
    std::uint32_t heapEnd() const { return m_heapEnd; }
    // The Python stack: the frames of plain functions, from its start to its current end.
    std::uint32_t pythonStackStart() const { return load(m_pystackWords); }
    std::uint32_t pythonStackEnd() const { return load(m_pystackWords + 8); }
    std::uint64_t collections() const { return m_collections; }

  private:
    friend struct Imports;
    friend class HostCall;
    struct Module;

    template <class T>
    T read(std::uint32_t address) const
    {
        check(address, sizeof(T));
        T value;
        std::memcpy(&value, m_memory + address, sizeof(T));
        return value;
    }
    void check(std::uint32_t address, std::uint64_t count) const
    {
        if (std::uint64_t{address} + count > *m_memoryBytes) outside(address);
    }
    [[noreturn]] static void outside(std::uint32_t address);

    void instantiate();
    void locateCollectorState(std::uint32_t pystackBytes, std::uint32_t pystackAddress, std::uint32_t heapAddress, std::uint32_t heapBytes);
    void locateReferences();
    void locateStopIteration();
    void collect();
    void collectFrom(const std::byte* stack);
    void gatherRoots(const std::byte* from, const std::byte* to, std::vector<std::uint32_t>& roots);
    std::uint32_t newText(std::string_view text);
    std::uint32_t callWithIntegers(Reference callable, std::initializer_list<std::int32_t> arguments);
    std::optional<PythonException> takeException(std::uint32_t value);
    void hostCall(std::uint32_t function, std::uint32_t count, std::uint32_t arguments, std::uint32_t out);
    std::uint32_t lookup(std::uint32_t reference, std::string_view name, std::uint32_t out);
    bool iteratorNext(std::uint32_t reference, std::uint32_t out);

    VmHost& m_host;
    HostModule m_hostModule;
    std::unique_ptr<Module> m_module;
    std::uint8_t* m_memory = nullptr;                  // linear memory never moves
    const std::uint32_t* m_memoryBytes = nullptr;
    std::uint32_t* m_fuel = nullptr;
    std::uint32_t* m_callCost = nullptr;
    std::unique_ptr<Fibre> m_fibre;
    JumpTarget* m_jumps = nullptr;
    std::vector<bool> m_hostSeen;
    std::uint32_t m_scratch = 0;           // room for call arguments and results, inside linear memory
    std::uint32_t m_rootsCapacity = 0;     // words past the usable pystack that carry roots during a collection
    std::uint32_t m_pystackWords = 0;
    std::uint32_t m_heapStart = 0;
    std::uint32_t m_heapEnd = 0;
    Reference m_collectorCall = 0;
    Reference m_blank = 0;
    std::uint32_t m_stopIteration = 0;     // address of mp_state_thread_t's stop_iteration_arg
    std::uint32_t m_references = 0;        // address of the list behind references (proxy_c_ref)
    std::uint64_t m_collections = 0;
    std::vector<std::uint64_t> m_marked;   // one bit a heap block, while gathering roots
};

}  // namespace coroboard::micropython
