// SPDX-License-Identifier: MIT
#include "modules/boot.h"

#include <cstdio>
#include <map>
#include <mutex>

#include "base/ensure.h"
#include "micropython/flash/file_calls.h"
#include "modules/host_functions.h"
#include "modules/python_modules.h"

namespace coroboard::modules {

namespace {

constexpr std::uint32_t roomForModules = 112 * 1024;    // of heap beside the program's; booting fails loudly when it is too small
constexpr std::uint32_t endlessFuel = 1u << 30;

bool isDriver(const PythonModule& module) { return module.path.substr(0, 4) == "rom/"; }

// The module `_host`: every host function under its name. Looking one up there takes nothing of the heap, which a hard interrupt's handler
// does not have; an attribute of the host module itself is made anew each time.
std::string boundHostFunctions()
{
    std::string text = "import _coroboard as _native\n";
    for (const auto& function : hostModule().functions) text += std::string(function.name) + " = _native." + function.name + "\n";
    return text;
}

// The world of an interpreter that boots: its own modules as files, no board, no time.
class BootHost final : public micropython::VmHost, private micropython::Console {
public:
    explicit BootHost(const std::string& platform) : m_flash(micropython::FlashFileSystem::inMemory(1 << 20, [] { return 0; })),
                 m_files(*m_flash, *this, [this] { return m_vm->bytes(0, m_vm->memorySize()); })
    {
        auto rom = std::make_shared<micropython::RomImage>();
        for (const PythonModule& module : pythonModules())
            if (!isDriver(module)) rom->add(rom->root() + "/" + std::string(module.path), std::string(module.text));
        rom->add(rom->root() + "/_platform.py", "name = '" + platform + "'\n");
        rom->add(rom->root() + "/_host.py", boundHostFunctions());
        m_flash->setRom(std::move(rom));
    }

    void attach(micropython::Vm& vm) { m_vm = &vm; }

    std::uint32_t grantFuel(micropython::CodePosition) override { return endlessFuel; }
    std::uint32_t randomWord() override { return 0; }
    std::uint32_t millisecondTicks() override { return 0; }
    double unixMilliseconds() override { return 0; }
    micropython::FileCalls& files() override { return m_files; }
    void enterHost() override {}
    void leaveHost() override {}

private:
    std::size_t read(std::span<std::uint8_t>) override { return 0; }
    void write(int, std::string_view text) override { std::fwrite(text.data(), 1, text.size(), stderr); }
    bool isReadable(int) override { return false; }

    micropython::Vm* m_vm = nullptr;
    std::unique_ptr<micropython::FlashFileSystem> m_flash;
    micropython::FileCalls m_files;
};

// Imports our modules and freezes the result.
void bootInto(Boot& boot, std::uint32_t heapBytes, const std::string& platform)
{
    BootHost host(platform);
    micropython::Vm vm(host, hostModule(), {.heapBytes = heapBytes + roomForModules});
    host.attach(vm);
    vm.start([&] {
        const auto must = [](const std::optional<micropython::PythonException>& exception) {
            if (exception) throw micropython::HardFault("our own modules do not load: " + exception->traceback);
        };
        must(vm.execute("import os\nos.chdir('/.modules')\nimport _boot\nimport _repl\nos.chdir('/')\ndel os\n"
                        "import gc\ngc.collect()\ngc.threshold(-1)\ndel gc, _boot, _repl\n"));
        const micropython::Reference settle = vm.attribute("_boot", "settle");
        boot.dispatch = vm.attribute("_boot", "dispatch");
        boot.sleeper = vm.attribute("_boot", "sleeper");
        boot.tooLong = vm.attribute("_boot", "too_long");
        boot.run = vm.attribute("_boot", "run");
        boot.repl.single = vm.attribute("_repl", "single");
        boot.repl.module = vm.attribute("_repl", "module");
        boot.repl.settle = vm.attribute("_repl", "settle");
        boot.repl.complete = vm.attribute("_repl", "complete");
        boot.layout = micropython::CoroutineLayout::locate(vm);
        must(vm.execute("import sys\nsys.modules.pop('_boot')\nsys.modules.pop('_repl')\ndel sys\n"));
        vm.callForInteger(settle, {static_cast<std::int32_t>(roomForModules)});
    });
    vm.resume();
    ENSURE(vm.finished(), "booting must not suspend");
    vm.stop();
    boot.image = vm.image();
}

}  // namespace

std::shared_ptr<const micropython::RomImage> driverRom()
{
    static const auto rom = [] {
        auto made = std::make_shared<micropython::RomImage>("/rom");
        for (const PythonModule& module : pythonModules())
            if (isDriver(module)) made->add("/" + std::string(module.path), std::string(module.text));
        return made;
    }();
    return rom;
}

std::shared_ptr<const Boot> bootFor(std::uint32_t heapBytes, const std::string& platform)
{
    static std::mutex mutex;
    static std::map<std::pair<std::uint32_t, std::string>, std::shared_ptr<const Boot>> boots;
    const std::lock_guard lock(mutex);
    auto& known = boots[{heapBytes, platform}];
    if (!known) {
        auto boot = std::make_shared<Boot>();
        bootInto(*boot, heapBytes, platform);
        known = std::move(boot);
    }
    return known;
}

}  // namespace coroboard::modules
