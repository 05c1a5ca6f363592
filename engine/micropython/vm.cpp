// SPDX-License-Identifier: MIT
#include "micropython/vm.h"

#include <algorithm>
#include <cstring>
#include <mutex>

#include <facts.h>

#include "base/ensure.h"
#include "micropython/module.h"

namespace coroboard::micropython {

namespace {

constexpr std::uint32_t scratchBytes = 16 * valueBytes;
constexpr std::uint32_t firstFuel = 1u << 30;    // nothing is metered while a VM boots
constexpr std::uint32_t imagePage = 4096;

constexpr std::size_t firstGlobal = offsetof(translated::State, w2c_g0);
constexpr std::size_t globalsBytes = offsetof(translated::State, w2c_memory) - firstGlobal;

void initializeModuleOnce()
{
    static std::once_flag once;
    std::call_once(once, [] {
        wasm_rt_init();
        translated::initializeModule();
    });
}

}  // namespace

Vm::Vm(VmHost& host, const HostModule& module, const VmSettings& settings) : m_host(host), m_hostModule(module)
{
    instantiate();
    translated::State* state = &m_module->state;
    translated::fuel(state) = firstFuel;
    start([&] {
        translated::stackInit(state);
        translated::callConstructors(state);

        // Room behind the Python stack for the roots of a collection: as many words as the heap has blocks (see collect()).
        m_rootsCapacity = settings.heapBytes / 16 + 64;
        const std::uint32_t pystackWords = settings.pystackBytes / 4 + m_rootsCapacity;
        // The same two blocks, in the same order, as mp_js_init will take: tells where they will be.
        const std::uint32_t pystack = translated::allocate(state, pystackWords * 4);
        const std::uint32_t heap = translated::allocate(state, settings.heapBytes);
        translated::free(state, heap);
        translated::free(state, pystack);
        translated::init(state, pystackWords, settings.heapBytes);
        locateCollectorState(settings.pystackBytes, pystack, heap, settings.heapBytes);

        translated::proxyInit(state);
        m_scratch = translated::allocate(state, scratchBytes);
        m_collectorCall = attribute("gc", "isenabled");
        locateReferences();
        m_blank = attribute("gc", "isenabled");
        locateStopIteration();

        store(m_scratch, static_cast<std::uint32_t>(ToPython::HostFirstSeen));
        store(m_scratch + 4, 2);
        m_hostSeen[2] = true;
        const std::uint32_t name = newText("_coroboard");
        translated::registerModule(state, name, m_scratch);
        translated::free(state, name);
    });
    resume();
    ENSURE(finished(), "booting must not suspend");
    m_fibre.reset();
}

Vm::Vm(VmHost& host, const HostModule& module, const BootImage& image) : m_host(host), m_hostModule(module)
{
    instantiate();
    wasm_rt_memory_t& memory = translated::memory(&m_module->state);
    if (memory.pages < image.memoryPages) {
        const auto grown = wasm_rt_grow_memory(&memory, image.memoryPages - memory.pages);
        ENSURE(grown != ~0u, "a boot image fits where it was made");
    }
    for (const BootImage::Page& page : image.pages) std::memcpy(memory.data + page.address, page.bytes.data(), page.bytes.size());
    std::memcpy(reinterpret_cast<std::byte*>(&m_module->state) + firstGlobal, image.globals.data(), globalsBytes);
    m_hostSeen = image.hostSeen;
    m_scratch = image.scratch;
    m_rootsCapacity = image.rootsCapacity;
    m_pystackWords = image.pystackWords;
    m_heapStart = image.heapStart;
    m_heapEnd = image.heapEnd;
    m_collectorCall = image.collectorCall;
    m_blank = image.blank;
    m_references = image.references;
    m_stopIteration = image.stopIteration;
    m_marked.assign((m_heapEnd - m_heapStart) / 16 / 64 + 2, 0);
}

Vm::~Vm()
{
    m_fibre.reset();
}

void Vm::instantiate()
{
    initializeModuleOnce();
    m_module = std::make_unique<Module>();
    m_module->environment.vm = this;
    m_module->wasi.vm = this;
    translated::instantiate(&m_module->state, &m_module->environment, &m_module->wasi);
    m_module->instantiated = true;
    m_memory = translated::memory(&m_module->state).data;
    m_memoryBytes = &translated::memory(&m_module->state).size;
    m_fuel = &translated::fuel(&m_module->state);
    m_callCost = &translated::callCost(&m_module->state);
    m_hostSeen.assign(hostReferences(m_hostModule), false);
}

BootImage Vm::image()
{
    ENSURE(!m_fibre, "an image is taken of a VM at rest");
    BootImage image;
    const wasm_rt_memory_t& memory = translated::memory(&m_module->state);
    // Memory is taken from low addresses up: nothing was ever written far above a block that only the top has room for.
    const std::uint32_t probe = translated::allocate(&m_module->state, 256 * 1024);
    const std::uint32_t end = std::min(memory.size, std::max(probe, m_heapEnd) + 512 * 1024);
    translated::free(&m_module->state, probe);
    for (std::uint32_t at = 0; at < end; at += imagePage) {
        const std::uint8_t* page = memory.data + at;
        bool used = false;
        for (std::uint32_t i = 0; i < imagePage && !used; i += 8) {
            std::uint64_t word;
            std::memcpy(&word, page + i, 8);
            used = word != 0;
        }
        if (used) image.pages.push_back({at, std::vector<std::uint8_t>(page, page + imagePage)});
    }
    image.memoryPages = memory.pages;
    image.globals.resize(globalsBytes / 4);
    std::memcpy(image.globals.data(), reinterpret_cast<const std::byte*>(&m_module->state) + firstGlobal, globalsBytes);
    image.hostSeen = m_hostSeen;
    image.scratch = m_scratch;
    image.rootsCapacity = m_rootsCapacity;
    image.pystackWords = m_pystackWords;
    image.heapStart = m_heapStart;
    image.heapEnd = m_heapEnd;
    image.collectorCall = m_collectorCall;
    image.blank = m_blank;
    image.references = m_references;
    image.stopIteration = m_stopIteration;
    return image;
}

void Vm::start(std::function<void()> body)
{
    ENSURE(!m_fibre || m_fibre->finished(), "one body at a time");
    m_fibre = std::make_unique<Fibre>(std::move(body));
}

void Vm::stop()
{
    ENSURE(m_fibre && m_fibre->finished(), "only a finished body is let go");
    m_fibre.reset();
}

void Vm::suspend() { m_fibre->suspend(); }

void Vm::interrupt() { translated::scheduleKeyboardInterrupt(&m_module->state); }

// -- References.

// The list is an ordinary Python list: type, alloc, len, items. Its first item is null; the object just referenced has a known place.
// Found by asking id() for the address of one object and looking for a list that holds it there.
void Vm::locateReferences()
{
    translated::State* state = &m_module->state;
    const Reference id = attribute("builtins", "id");
    store(m_scratch + valueBytes, static_cast<std::uint32_t>(ToPython::Object));
    store(m_scratch + valueBytes + 4, m_collectorCall);
    translated::call(state, id, 1, m_scratch + valueBytes, m_scratch);
    ENSURE(static_cast<FromPython>(load(m_scratch)) == FromPython::Int, "id() answers an address");
    const std::uint32_t object = load(m_scratch + 4);
    for (std::uint32_t at = m_heapStart; at + 16 <= m_heapEnd; at += 16) {
        const std::uint32_t allocated = load(at + 4);
        const std::uint32_t length = load(at + 8);
        const std::uint32_t items = load(at + 12);
        if (length <= id || length > allocated || allocated > 1024 || items < m_heapStart || items >= m_heapEnd || items % 16 != 0) continue;
        if (load(items) != 0 || load(items + 4 * m_collectorCall) != object) continue;
        if (m_references != 0) throw HardFault("the table of references was found twice");
        m_references = at;
    }
    if (m_references == 0) throw HardFault("the table of references was not found");
    release(id);
}

// A few words behind the Python stack's pointers in mp_state_thread_t. Found with a generator that returns an object of known address.
void Vm::locateStopIteration()
{
    execute("def _probe():\n"
            "    mark = object()\n"
            "    def ended():\n"
            "        return mark\n"
            "        yield\n"
            "    def run():\n"
            "        for _ in ended(): pass\n"
            "        return id(mark)\n"
            "    return run\n"
            "_probe = _probe()\n");
    const Reference probe = attribute("__main__", "_probe");
    const auto mark = static_cast<std::uint32_t>(callForInteger(probe));
    for (std::uint32_t at = m_pystackWords + 12; at < m_pystackWords + 80; at += 4) {
        if (load(at) != mark) continue;
        if (m_stopIteration != 0) throw HardFault("stop_iteration_arg was found twice");
        m_stopIteration = at;
    }
    if (m_stopIteration == 0) throw HardFault("stop_iteration_arg was not found");
    store(m_stopIteration, 0);
    release(probe);
    execute("del _probe\n");
}

std::uint32_t Vm::objectAt(Reference reference) const
{
    return reference < load(m_references + 8) ? load(load(m_references + 12) + 4 * reference) : 0;
}

void Vm::setObjectAt(Reference reference, std::uint32_t object) { store(load(m_references + 12) + 4 * reference, object); }

// -- Calls into Python.

std::uint32_t Vm::newText(std::string_view text)
{
    const std::uint32_t address = translated::allocate(&m_module->state, static_cast<std::uint32_t>(text.size()) + 1);
    if (address == 0) throw HardFault("out of memory for a text from outside");
    const auto target = bytes(address, static_cast<std::uint32_t>(text.size()) + 1);
    std::memcpy(target.data(), text.data(), text.size());
    target[text.size()] = 0;
    return address;
}

std::optional<PythonException> Vm::takeException(std::uint32_t value)
{
    const auto kind = static_cast<FromPython>(load(value));
    if (kind == FromPython::Callable || kind == FromPython::Generator || kind == FromPython::Object) release(load(value + 4));
    if (kind != FromPython::Exception) return std::nullopt;
    const std::uint32_t address = load(value + 8);
    const auto raw = bytes(address, load(value + 4));
    const std::string all(reinterpret_cast<const char*>(raw.data()), raw.size());
    translated::free(&m_module->state, address);
    const auto split = all.find('\x04');
    return PythonException{all.substr(0, split), split == std::string::npos ? std::string{} : all.substr(split + 1)};
}

std::optional<PythonException> Vm::execute(std::string_view text)
{
    const std::uint32_t address = newText(text);
    const std::uint32_t out = translated::allocate(&m_module->state, valueBytes);
    translated::execute(&m_module->state, address, static_cast<std::uint32_t>(text.size()), out);
    auto exception = takeException(out);
    translated::free(&m_module->state, out);
    translated::free(&m_module->state, address);
    return exception;
}

Reference Vm::attribute(std::string_view module, const char* name)
{
    const std::uint32_t moduleName = newText(module);
    translated::import(&m_module->state, moduleName, m_scratch);
    translated::free(&m_module->state, moduleName);
    if (static_cast<FromPython>(load(m_scratch)) != FromPython::Object) {
        const auto exception = takeException(m_scratch);
        throw HardFault("module " + std::string(module) + " does not load: " + (exception ? exception->traceback : "not a module"));
    }
    const Reference reference = load(m_scratch + 4);
    const std::uint32_t attributeName = newText(name);
    translated::lookupAttribute(&m_module->state, reference, attributeName, m_scratch);
    translated::free(&m_module->state, attributeName);
    release(reference);
    const auto kind = static_cast<FromPython>(load(m_scratch));
    if (kind != FromPython::Callable && kind != FromPython::Object && kind != FromPython::Generator) {
        takeException(m_scratch);
        throw HardFault("module " + std::string(module) + " has no object " + name);
    }
    return load(m_scratch + 4);
}

// The block holds the result, then the arguments; the caller frees it.
std::uint32_t Vm::callWithIntegers(Reference callable, std::initializer_list<std::int32_t> arguments)
{
    const auto count = static_cast<std::uint32_t>(arguments.size());
    const std::uint32_t block = translated::allocate(&m_module->state, valueBytes * (count + 1));
    std::uint32_t at = block + valueBytes;
    for (const std::int32_t argument : arguments) {
        store(at, static_cast<std::uint32_t>(ToPython::Int));
        store(at + 4, static_cast<std::uint32_t>(argument));
        at += valueBytes;
    }
    translated::call(&m_module->state, callable, count, block + valueBytes, block);
    return block;
}

std::optional<PythonException> Vm::call(Reference callable, std::initializer_list<std::int32_t> arguments)
{
    const std::uint32_t block = callWithIntegers(callable, arguments);
    auto exception = takeException(block);
    translated::free(&m_module->state, block);
    return exception;
}

std::int32_t Vm::callForInteger(Reference callable, std::initializer_list<std::int32_t> arguments)
{
    const std::uint32_t block = callWithIntegers(callable, arguments);
    if (static_cast<FromPython>(load(block)) != FromPython::Int) {
        const auto exception = takeException(block);
        throw HardFault("a function of ours answers no number: " + (exception ? exception->traceback : ""));
    }
    const auto answer = static_cast<std::int32_t>(load(block + 4));
    translated::free(&m_module->state, block);
    return answer;
}

std::optional<PythonException> Vm::callWithText(Reference callable, std::string_view text)
{
    const std::uint32_t block = translated::allocate(&m_module->state, valueBytes * 2);
    store(block + valueBytes, static_cast<std::uint32_t>(ToPython::Text));
    store(block + valueBytes + 4, static_cast<std::uint32_t>(text.size()));
    store(block + valueBytes + 8, newText(text));    // the interpreter frees it
    translated::call(&m_module->state, callable, 1, block + valueBytes, block);
    auto exception = takeException(block);
    translated::free(&m_module->state, block);
    return exception;
}

void Vm::release(Reference reference) { translated::releaseReference(&m_module->state, reference); }

}  // namespace coroboard::micropython
