// SPDX-License-Identifier: MIT
#include "modules/micropython_firmware.h"

#include <algorithm>
#include <chrono>

#include <fmt/format.h>

#include "base/ensure.h"
#include "modules/boot.h"
#include "modules/host_functions.h"
#include "modules/source_texts.h"

namespace coroboard::modules {

namespace {

// Midnight of 1 January 2021 UTC, which a Pico without a battery-backed clock believes at power-on (Unix seconds).
constexpr std::int64_t calendarAtPowerOn = 1'609'459'200;
constexpr std::size_t inputLimit = 64 * 1024;

// The traceback begins with the function of ours that runs the file.
std::string withoutOurFrame(std::string traceback)
{
    for (auto line = traceback.find("  File \"_boot.py\""); line != std::string::npos; line = traceback.find("  File \"_boot.py\""))
        traceback.erase(line, traceback.find('\n', line) + 1 - line);
    return traceback;
}

time::Duration sincePowerOn(const time::EventLoop& loop) { return loop.now() - time::powerOn; }

}  // namespace

MicroPythonFirmware::MicroPythonFirmware(FirmwareServices services)
    : m_services(std::move(services)),
      m_random(m_services.board.random("program")),
      m_processor(m_services.loop, m_services.board.profile().chip.nanosecondsPerBytecode),
      m_tasks(m_services.loop, *this),
      m_access(*this),
      m_buses(*this),
      m_turn(*this),
      m_ended("program ended")
{
}

MicroPythonFirmware::~MicroPythonFirmware()
{
    m_services.loop.cancel(m_turn);
    m_vm.reset();
    m_files.reset();
    if (m_services.flash && m_flash && m_flashIsStored) m_services.flash->files = std::move(m_flash);
}

std::unique_ptr<Firmware> makeMicroPython(FirmwareServices services)
{
    return std::make_unique<MicroPythonFirmware>(std::move(services));
}

// -- Loop's side.

Result<void> MicroPythonFirmware::prepareFlash()
{
    const auto clock = [this] { return calendarAtPowerOn * 1'000'000'000 + sincePowerOn(m_services.loop).count(); };
    const std::uint64_t quota = m_services.board.profile().chip.flashBytes;
    const program::Program* program = m_services.program.get();
    if (program && !program->folder.empty()) {
        auto folder = micropython::FlashFileSystem::inFolder(program->folder, quota, clock,
                                                             [this](const std::string& notice) { m_services.report(notice + "\n"); });
        if (!folder) return tl::unexpected(folder.error());
        m_flash = std::move(*folder);
    } else {
        m_flashIsStored = true;
        if (m_services.flash && m_services.flash->files) {
            m_flash = m_services.flash->files->clone(clock);
        } else {
            m_flash = micropython::FlashFileSystem::inMemory(quota, clock);
        }
        if (program && !m_flash->writeFile("/main.py", program->main).has_value())
            return failure(fmt::format("{} does not fit into the board's flash of {} bytes", program->name, quota));
    }
    m_flash->setRom(driverRom());
    m_files = std::make_unique<micropython::FileCalls>(*m_flash, static_cast<micropython::Console&>(*this),
                                                       [this] { return m_vm->bytes(0, m_vm->memorySize()); });
    return {};
}

time::Task<void> MicroPythonFirmware::run()
{
    if (const auto prepared = prepareFlash(); !prepared) {
        m_exceptionText = prepared.error().message + "\n";
        finish(FirmwareEnd::UncaughtException);
        co_return;
    }
    const std::shared_ptr<const Boot> boot = bootFor(m_services.board.profile().chip.heapBytes);
    m_vm = std::make_unique<micropython::Vm>(*this, hostModule(), boot->image);
    m_dispatch = boot->dispatch;
    m_runFile = boot->run;
    m_sleeper = boot->sleeper;
    m_tooLong = boot->tooLong;
    const auto sourceOf = [this](const std::string& file) { return sourceText(*m_flash, file); };
    m_reader = std::make_unique<micropython::CoroutineReader>(*m_vm, boot->layout, sourceOf);
    m_reports = std::make_unique<ProgramReports>(*m_vm, *m_reader, m_tasks, sourceOf, m_services.report);
    m_tasks.admitProgram();
    m_processor.attach(*m_vm);
    m_debugger.attach(*m_vm, *m_reader);
    m_processor.watch(m_debugger.isArmed());
    m_vm->start([this] { programBody(); });
    m_state = FirmwareState::Running;
    m_services.loop.post(m_turn);
    co_await m_ended.wait();
}

void MicroPythonFirmware::step()
{
    try {
        m_vm->resume();
    } catch (const Leaving&) {
        finish(m_leavingAs);
        return;
    } catch (const micropython::HardFault& fault) {
        m_exceptionText = fmt::format("Hard fault: {}\n", fault.what());
        finish(FirmwareEnd::HardFault);
        return;
    }
    if (m_vm->finished()) {
        finish(m_leavingAs);
        return;
    }
    if (m_stopped) {
        m_services.loop.postFirst(m_turn);
        return;
    }
    m_state = m_wakeable == Wakeable::Yes ? FirmwareState::Waiting : FirmwareState::Running;
    if (m_pausedUntil != time::never && m_turn.isIdle()) m_services.loop.postAt(m_turn, m_pausedUntil);
}

void MicroPythonFirmware::finish(FirmwareEnd end)
{
    // A program that ends has its files closed, as a soft reset does; a chip that faults or is reset loses what was not synced.
    if (m_files && (end == FirmwareEnd::HardFault || end == FirmwareEnd::WatchdogReset)) {
        m_files->dropAll();
    } else if (m_files) {
        m_files->closeAll();
    }
    m_end = end;
    m_state = FirmwareState::Ended;
    m_ended.set();
}

FirmwareState MicroPythonFirmware::state() const { return m_state; }

void MicroPythonFirmware::dismissBreakpoints()
{
    m_debugger.dismiss();
    m_processor.watch(m_debugger.isArmed());
}

void MicroPythonFirmware::interrupt()
{
    if (m_state == FirmwareState::NotStarted || m_state == FirmwareState::Ended) return;
    if (m_wakeable == Wakeable::Yes) {
        m_keyboardInterrupt = true;
        wake();
    } else {
        m_vm->interrupt();
    }
}

void MicroPythonFirmware::requestStop()
{
    if (m_state == FirmwareState::Ended) return;
    m_stopRequested = true;
    wake();
}

void MicroPythonFirmware::consoleInput(std::string_view bytes)
{
    for (const char c : bytes) {
        if (static_cast<unsigned char>(c) == m_interruptCharacter) {
            m_input.clear();
            interrupt();
        } else if (m_input.size() < inputLimit) {
            m_input.push_back(static_cast<std::uint8_t>(c));
        }
    }
    wake();
}

void MicroPythonFirmware::wake()
{
    if (m_wakeable == Wakeable::No || !m_vm || m_state == FirmwareState::Ended) return;
    m_wakeable = Wakeable::No;
    m_services.loop.post(m_turn);
}

void MicroPythonFirmware::raise(InterruptKind kind, std::int32_t number)
{
    m_interrupts.push_back({kind, number});
    wake();
}

// -- Fibre's side: time.

void MicroPythonFirmware::pause(time::VirtualTime until, Wakeable wakeable)
{
    m_pausedUntil = until;
    m_wakeable = wakeable;
    m_vm->suspend();
    m_wakeable = Wakeable::No;
    m_tasks.noteLongStretch();
    m_state = FirmwareState::Running;
    if (m_stopRequested) leave(FirmwareEnd::Stopped);
}

std::uint32_t MicroPythonFirmware::grantFuel(micropython::CodePosition next)
{
    if (!m_processor.takeReserved()) {
        const time::VirtualTime instant = m_processor.account();
        if (instant > m_services.loop.now() || m_services.loop.nextDue() <= m_services.loop.now()) {
            pause(std::max(instant, m_services.loop.now()), Wakeable::No);
        }
        runInterrupts();
        if (m_stopRequested) leave(FirmwareEnd::Stopped);
        m_processor.grant();
    }
    if (m_processor.watched())
        if (const auto cause = m_debugger.stopsBefore(next)) stopBefore(next, *cause);
    return m_vm->fuel();
}

// Another slice, commands and what they set off may have come between.
void MicroPythonFirmware::stopBefore(micropython::CodePosition next, StopCause cause)
{
    m_processor.watch(m_debugger.isArmed());
    m_processor.advance();
    m_vm->noteNext(next);
    m_stopped = cause;
    m_services.loop.requestStop();
    m_vm->suspend();
    m_stopped.reset();
    if (m_stopRequested) leave(FirmwareEnd::Stopped);
    m_processor.renewGrant();
}

void MicroPythonFirmware::setBreakpoints(const std::vector<Breakpoint>& breakpoints)
{
    m_debugger.setBreakpoints(breakpoints);
    m_processor.watch(m_debugger.isArmed());
}

void MicroPythonFirmware::proceed(Proceed how)
{
    m_debugger.proceed(how);
    m_processor.watch(m_debugger.isArmed());
}

void MicroPythonFirmware::runTo(const Breakpoint& place)
{
    m_debugger.runTo(place);
    m_processor.watch(m_debugger.isArmed());
}

std::optional<CodeStop> MicroPythonFirmware::place() const
{
    if (!m_reader || m_state == FirmwareState::NotStarted || m_state == FirmwareState::Ended || m_debugger.standsInLoop())
        return std::nullopt;
    CodeStop stop{m_stopped.value_or(StopCause::Pause), time::TaskId::none, m_debugger.frames()};
    if (const PythonTask* task = m_tasks.task(m_tasks.current())) stop.task = task->id;
    if (stop.frames.empty()) return std::nullopt;
    return stop;
}

bool MicroPythonFirmware::pauseUntil(time::VirtualTime instant)
{
    if (!m_keyboardInterrupt) {
        m_processor.endBurst();
        if (m_interrupts.empty() || !m_interruptsEnabled || m_inInterrupt) pause(std::max(instant, m_services.loop.now()), Wakeable::Yes);
        m_processor.beginBurst();
        m_processor.grant();
    }
    runInterrupts();
    return m_keyboardInterrupt;
}

void MicroPythonFirmware::busyUntil(time::VirtualTime instant)
{
    if (instant <= m_services.loop.horizon()) {
        m_services.loop.advanceTo(instant);
        m_processor.endBurst();
    } else {
        m_processor.endBurst();
        do {
            pause(instant, Wakeable::No);
        } while (m_services.loop.now() < instant);
    }
    m_processor.beginBurst();
}

bool MicroPythonFirmware::sleepUntil(time::VirtualTime instant)
{
    // A wait of nothing still lets the board have its turn.
    do {
        if (pauseUntil(instant)) return takeKeyboardInterrupt();
        m_processor.advance();
    } while (m_services.loop.now() < instant);
    return false;
}

void MicroPythonFirmware::idleForever() { pauseUntil(time::never); }

void MicroPythonFirmware::runInterrupts()
{
    while (!m_interrupts.empty() && m_interruptsEnabled && !m_inInterrupt) {
        const Interrupt next = m_interrupts.front();
        m_interrupts.pop_front();
        m_inInterrupt = true;
        m_processor.grant();
        // The interrupted code may be about to ask what a generator returned.
        volatile std::uint32_t returned = m_vm->stopIterationArgument();
        const auto exception = m_vm->call(m_dispatch, {static_cast<std::int32_t>(next.kind), next.number});
        m_vm->setStopIterationArgument(returned);
        m_inInterrupt = false;
        m_processor.advance();
        if (!exception) continue;
        if (exception->type == "KeyboardInterrupt") {
            m_vm->interrupt();
        } else {
            write(1, exception->traceback);
        }
    }
}

std::uint32_t MicroPythonFirmware::millisecondTicks()
{
    m_processor.advance();
    return static_cast<std::uint32_t>(sincePowerOn(m_services.loop).count() / 1'000'000);
}

double MicroPythonFirmware::unixMilliseconds()
{
    m_processor.advance();
    return static_cast<double>(calendarAtPowerOn) * 1000 + static_cast<double>(sincePowerOn(m_services.loop).count() / 1000) / 1000;
}

void MicroPythonFirmware::leave(FirmwareEnd end)
{
    m_leavingAs = end;
    throw Leaving{};
}

// -- Fibre's side: the program.

void MicroPythonFirmware::programBody()
{
    m_processor.beginBurst();
    m_processor.grant();
    m_leavingAs = FirmwareEnd::Finished;
    if (const auto error = checkSources()) {
        m_exceptionText = *error;
        m_leavingAs = FirmwareEnd::UncaughtException;
    } else if (runFile("boot.py")) {
        runFile("main.py");
    }
    afterProgram();
    m_processor.advance();
    m_processor.endBurst();
}

// False when it ended with an exception.
bool MicroPythonFirmware::runFile(const char* name)
{
    if (!m_flash->stat(std::string("/") + name).has_value()) return true;
    const auto exception = m_vm->callWithText(m_runFile, name);
    if (!exception) return true;
    if (exception->type == "SystemExit") {
        m_leavingAs = FirmwareEnd::SystemExit;
    } else {
        m_exceptionText = withoutOurFrame(exception->traceback);
        m_leavingAs = FirmwareEnd::UncaughtException;
    }
    return false;
}

// What the language forbids and MicroPython would let pass: `await` outside a coroutine, found before anything runs.
std::optional<std::string> MicroPythonFirmware::checkSources()
{
    for (const char* name : {"boot.py", "main.py"}) {
        const auto text = m_flash->readFile(std::string("/") + name);
        if (!text) continue;
        const auto diagnostics = program::checkAwaits(*text, name);
        if (diagnostics.empty()) continue;
        const program::Diagnostic& first = diagnostics.front();
        return fmt::format("Traceback (most recent call last):\n  File \"{}\", line {}\nSyntaxError: {}\n", name, first.line, first.message);
    }
    return std::nullopt;
}

void MicroPythonFirmware::afterProgram() { m_reports->reportNeverAwaited(); }

// -- Console.

std::size_t MicroPythonFirmware::read(std::span<std::uint8_t> into)
{
    while (m_input.empty())
        if (pauseUntil(time::never)) {
            takeKeyboardInterrupt();
            m_vm->interrupt();
            return 0;
        }
    const std::size_t count = std::min(into.size(), m_input.size());
    std::copy_n(m_input.begin(), count, into.begin());
    m_input.erase(m_input.begin(), m_input.begin() + static_cast<std::ptrdiff_t>(count));
    return count;
}

void MicroPythonFirmware::write(int, std::string_view text) { m_services.console(text); }

bool MicroPythonFirmware::isReadable(int timeoutMilliseconds)
{
    const time::VirtualTime limit =
        timeoutMilliseconds < 0 ? time::never : m_services.loop.now() + std::chrono::milliseconds{timeoutMilliseconds};
    while (m_input.empty() && m_services.loop.now() < limit)
        if (pauseUntil(limit)) {
            takeKeyboardInterrupt();
            m_vm->interrupt();
            break;
        }
    return !m_input.empty();
}

// -- Reports.

std::string MicroPythonFirmware::coroutineName(std::uint32_t coroutine) const { return m_reader->name(coroutine); }

}  // namespace coroboard::modules
