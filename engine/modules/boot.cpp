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

constexpr std::uint32_t roomForModules = 160 * 1024;    // while they are compiled for the first time
constexpr std::uint32_t endlessFuel = 1u << 30;

// The world of an interpreter that boots: its own modules as files, no board, no time.
class BootHost final : public micropython::VmHost, private micropython::Console {
public:
    BootHost() : m_flash(micropython::FlashFileSystem::inMemory(1 << 20, [] { return 0; })),
                 m_files(*m_flash, *this, [this] { return m_vm->bytes(0, m_vm->memorySize()); })
    {
        auto rom = std::make_shared<micropython::RomImage>();
        for (const PythonModule& module : pythonModules()) rom->add(rom->root() + "/" + std::string(module.path), std::string(module.text));
        m_flash->setRom(std::move(rom));
    }

    void attach(micropython::Vm& vm) { m_vm = &vm; }

    std::uint32_t grantFuel() override { return endlessFuel; }
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

enum class BootFor : std::uint8_t { Measuring, Keeping };

// Imports our modules; the bytes of heap they keep.
std::uint32_t bootInto(Boot& boot, std::uint32_t heapBytes, BootFor purpose)
{
    BootHost host;
    micropython::Vm vm(host, hostModule(), {.heapBytes = heapBytes});
    host.attach(vm);
    std::uint32_t used = 0;
    vm.start([&] {
        const auto must = [](const std::optional<micropython::PythonException>& exception) {
            if (exception) throw micropython::HardFault("our own modules do not load: " + exception->traceback);
        };
        must(vm.execute("import os\nos.chdir('/.modules')\nimport _boot\nos.chdir('/')\ndel os\n"
                        "import gc\ngc.collect()\ngc.threshold(-1)\n"));
        used = static_cast<std::uint32_t>(vm.callForInteger(vm.attribute("_boot", "used")));
        if (purpose == BootFor::Measuring) return;
        boot.dispatch = vm.attribute("_boot", "dispatch");
        boot.sleeper = vm.attribute("_boot", "sleeper");
        boot.execfile = vm.attribute("builtins", "execfile");
        boot.layout = micropython::CoroutineLayout::locate(vm);
        must(vm.execute("import gc, sys\nsys.modules.pop('_boot')\ngc.collect()\ndel gc, sys\n"));
    });
    vm.resume();
    ENSURE(vm.finished(), "booting must not suspend");
    vm.stop();
    if (purpose == BootFor::Measuring) return used;
    boot.image = vm.image();
    return used;
}

}  // namespace

std::shared_ptr<const Boot> bootFor(std::uint32_t heapBytes)
{
    static std::mutex mutex;
    static std::map<std::uint32_t, std::shared_ptr<const Boot>> boots;
    const std::lock_guard lock(mutex);
    auto& known = boots[heapBytes];
    if (!known) {
        auto boot = std::make_shared<Boot>();
        const std::uint32_t used = bootInto(*boot, heapBytes + roomForModules, BootFor::Measuring);
        bootInto(*boot, (heapBytes + used + 4095) & ~4095u, BootFor::Keeping);
        known = std::move(boot);
    }
    return known;
}

}  // namespace coroboard::modules
