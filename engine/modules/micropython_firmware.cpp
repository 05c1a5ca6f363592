// SPDX-License-Identifier: MIT
#include "modules/micropython_firmware.h"

#include <algorithm>
#include <chrono>

#include <fmt/format.h>

#include "base/ensure.h"
#include "modules/boot.h"
#include "modules/flash_image.h"
#include "modules/host_functions.h"
#include "modules/source_texts.h"

namespace coroboard::modules {

namespace {

constexpr std::size_t inputLimit = std::size_t{1} << 20;

time::Duration sincePowerOn(const time::EventLoop& loop) { return loop.now() - time::powerOn; }

ProcessorSpeed speedOf(const board::ChipProfile& chip)
{
    return {chip.nanosecondsPerBytecode, chip.nanosecondsPerCall, chip.nanosecondsPerTaskSwitch};
}

}  // namespace

MicroPythonFirmware::MicroPythonFirmware(FirmwareServices services)
    : m_services(std::move(services)),
      m_random(m_services.board.random("program")),
      m_processor(m_services.loop, speedOf(m_services.board.profile().chip)),
      m_tasks(m_services.loop, *this),
      m_access(*this),
      m_network([this](network::SocketNumber socket) { socketChanged(socket); }),
      m_buses(*this),
      m_targets(*this),
      m_audio(*this),
      m_turn(*this),
      m_ended("program ended"),
      m_watchdog(m_services.loop, [this] { requestEnd(FirmwareEnd::WatchdogReset); }),
      m_clock(m_services.board.profile().chip.clockHz)
{
    if (!m_services.session) m_services.session = std::make_shared<serial::Session>();
}

MicroPythonFirmware::~MicroPythonFirmware()
{
    m_services.loop.cancel(m_turn);
    m_repl.reset();
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
    const auto clock = [this] { return m_services.board.chip().rtc().unixNanoseconds(); };
    const std::uint64_t quota = m_services.board.profile().chip.flashBytes;
    const program::Program* program = m_services.program.get();
    if (program && !program->folder.empty()) {
        auto folder = openProjectFlash(*program, quota, clock, [this](const std::string& notice) { m_services.report(notice + "\n"); });
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
    const std::shared_ptr<const Boot> boot = bootFor(m_services.board.profile().chip.heapBytes, m_services.board.profile().chip.platform);
    m_vm = std::make_unique<micropython::Vm>(*this, hostModule(), boot->image);
    m_dispatch = boot->dispatch;
    m_runFile = boot->run;
    m_sleeper = boot->sleeper;
    m_tooLong = boot->tooLong;
    m_repl = std::make_unique<PythonRepl>(*this, boot->repl, *m_services.session);
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
    m_state = m_wakeable == Wakeable::No ? FirmwareState::Running : m_prompting ? FirmwareState::AtPrompt : FirmwareState::Waiting;
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

void MicroPythonFirmware::requestEnd(FirmwareEnd end)
{
    if (m_state == FirmwareState::Ended) return;
    m_requestedEnd = end;
    wake();
}

void MicroPythonFirmware::consoleInput(std::string_view bytes)
{
    auto& unread = m_services.session->unread;
    std::uint64_t lost = 0;
    for (const char c : bytes) {
        if (static_cast<unsigned char>(c) == m_interruptCharacter) {
            unread.clear();
            interrupt();
        } else if (unread.size() < inputLimit) {
            unread.push_back(static_cast<std::uint8_t>(c));
        } else {
            ++lost;
        }
    }
    if (lost > 0) m_services.report(fmt::format("{} typed bytes were lost: the program does not read its serial line\n", lost));
    wake();
}

void MicroPythonFirmware::wake()
{
    if (m_wakeable == Wakeable::No || !m_vm || m_state == FirmwareState::Ended) return;
    m_wakeable = Wakeable::No;
    m_services.loop.post(m_turn);
}

void MicroPythonFirmware::raise(InterruptKind kind, std::int32_t number, Urgency urgency)
{
    (urgency == Urgency::Hard ? m_hardInterrupts : m_interrupts).push_back({kind, number});
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
    if (m_requestedEnd != FirmwareEnd::None) leave(m_requestedEnd);
}

std::uint32_t MicroPythonFirmware::grantFuel(micropython::CodePosition next)
{
    if (!m_processor.takeReserved()) {
        const time::VirtualTime instant = m_processor.account();
        if (instant > m_services.loop.now() || m_services.loop.nextDue() <= m_services.loop.now()) {
            pause(std::max(instant, m_services.loop.now()), Wakeable::No);
        }
        runInterrupts();
        if (m_requestedEnd != FirmwareEnd::None) leave(m_requestedEnd);
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
    if (m_requestedEnd != FirmwareEnd::None) leave(m_requestedEnd);
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
    CodeStop stop{m_stopped.value_or(StopCause::Pause), time::TaskId::none, m_debugger.frames(),
                  m_stopped == StopCause::Breakpoint ? m_debugger.problem() : std::string(), m_debugger.watches()};
    if (const PythonTask* task = m_tasks.task(m_tasks.current())) stop.task = task->id;
    if (stop.frames.empty()) return std::nullopt;
    return stop;
}

bool MicroPythonFirmware::pauseUntil(time::VirtualTime instant)
{
    if (!m_keyboardInterrupt) {
        m_processor.endBurst();
        if (!mayHandle()) pause(std::max(instant, m_services.loop.now()), Wakeable::Yes);
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
            pause(instant, m_inHardInterrupt ? Wakeable::No : Wakeable::Yes);
            m_processor.beginBurst();
            runHardInterrupts();
            m_processor.advance();
            m_processor.endBurst();
        } while (m_services.loop.now() < instant);
        // Ctrl-C does not cut a transfer short; it is raised behind it.
        if (takeKeyboardInterrupt()) m_vm->interrupt();
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

bool MicroPythonFirmware::mayHandle() const
{
    if (!m_interruptsEnabled || m_inHardInterrupt) return false;
    return !m_hardInterrupts.empty() || (!m_interrupts.empty() && !m_inInterrupt);
}

void MicroPythonFirmware::runHandler(const Interrupt& interrupt)
{
    m_processor.grant();
    // The interrupted code may be about to ask what a generator returned.
    volatile std::uint32_t returned = m_vm->stopIterationArgument();
    const auto exception = m_vm->call(m_dispatch, {static_cast<std::int32_t>(interrupt.kind), interrupt.number});
    m_vm->setStopIterationArgument(returned);
    m_processor.advance();
    if (interrupt.kind == InterruptKind::Pin) m_access.servedPin(interrupt.number);
    if (!exception) return;
    if (exception->type == "KeyboardInterrupt") {
        m_vm->interrupt();
    } else {
        write(1, exception->traceback);
    }
}

void MicroPythonFirmware::handleNow(InterruptKind kind, std::int32_t number)
{
    const bool before = std::exchange(m_inHardInterrupt, true);
    runHandler({kind, number});
    m_inHardInterrupt = before;
}

void MicroPythonFirmware::runHardInterrupts()
{
    while (!m_hardInterrupts.empty() && m_interruptsEnabled && !m_inHardInterrupt) {
        const Interrupt next = m_hardInterrupts.front();
        m_hardInterrupts.pop_front();
        m_inHardInterrupt = true;
        runHandler(next);
        m_inHardInterrupt = false;
    }
}

void MicroPythonFirmware::runInterrupts()
{
    runHardInterrupts();
    while (!m_interrupts.empty() && m_interruptsEnabled && !m_inInterrupt && !m_inHardInterrupt) {
        const Interrupt next = m_interrupts.front();
        m_interrupts.pop_front();
        m_inInterrupt = true;
        runHandler(next);
        m_inInterrupt = false;
        runHardInterrupts();
    }
}

void MicroPythonFirmware::deepSleep(Wake wake)
{
    m_wake = std::move(wake);
    leave(FirmwareEnd::DeepSleep);
}

void MicroPythonFirmware::setClock(std::uint32_t hertz)
{
    m_clock = hertz;
    const auto& chip = m_services.board.profile().chip;
    m_processor.setCost(chip.nanosecondsPerBytecode * chip.clockHz / hertz);
}

std::uint32_t MicroPythonFirmware::millisecondTicks()
{
    m_processor.advance();
    return static_cast<std::uint32_t>(sincePowerOn(m_services.loop).count() / 1'000'000);
}

double MicroPythonFirmware::unixMilliseconds()
{
    m_processor.advance();
    return static_cast<double>(m_services.board.chip().rtc().unixNanoseconds() / 1000) / 1000;
}

void MicroPythonFirmware::leave(FirmwareEnd end)
{
    if (end == FirmwareEnd::SoftReset && m_services.afterProgram == AfterProgram::Repl) write(1, "MPY: soft reboot\n");
    m_leavingAs = end;
    throw Leaving{};
}

// -- Fibre's side: the program.

void MicroPythonFirmware::programBody()
{
    m_processor.beginBurst();
    m_processor.grant();
    m_leavingAs = FirmwareEnd::Finished;
    if (m_services.startAt == StartAt::Program) runProgram();
    if (m_services.afterProgram == AfterProgram::Repl) talk();
    m_processor.advance();
    m_processor.endBurst();
}

// boot.py always; main.py not when a tool has reset the interpreter from the raw REPL.
void MicroPythonFirmware::runProgram()
{
    if (const auto error = checkSources()) {
        m_exceptionText = *error;
        m_leavingAs = FirmwareEnd::UncaughtException;
    } else if (runFile("boot.py") && m_services.session->mode == serial::ReplMode::Friendly) {
        runFile("main.py");
    }
    afterProgram();
    const bool hadOne = m_flash->stat("/main.py").has_value() || m_flash->stat("/boot.py").has_value();
    if (m_services.afterProgram == AfterProgram::End || !hadOne) return;
    m_end = m_leavingAs;
    write(2, m_exceptionText);
    if (m_services.programEnded) m_services.programEnded(m_end);
}

void MicroPythonFirmware::talk()
{
    (void)deliverInterrupt(m_repl->settle());
    m_repl->run();
    leave(FirmwareEnd::SoftReset);
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
        m_exceptionText = withoutOurFrames(exception->traceback);
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
    auto& unread = m_services.session->unread;
    while (unread.empty())
        if (pauseUntil(time::never)) {
            takeKeyboardInterrupt();
            m_vm->interrupt();
            return 0;
        }
    const std::size_t count = std::min(into.size(), unread.size());
    std::copy_n(unread.begin(), count, into.begin());
    unread.erase(unread.begin(), unread.begin() + static_cast<std::ptrdiff_t>(count));
    return count;
}

// On a serial line lines end with CR LF.
void MicroPythonFirmware::write(int, std::string_view text)
{
    if (m_services.afterProgram == AfterProgram::Repl) m_services.console(withCarriageReturns(text));
    else m_services.console(text);
}

std::uint8_t MicroPythonFirmware::readTyped()
{
    auto& unread = m_services.session->unread;
    m_prompting = true;
    while (unread.empty())
        if (pauseUntil(time::never) && takeKeyboardInterrupt()) unread.push_back(static_cast<std::uint8_t>(serial::control::c));
    m_prompting = false;
    const std::uint8_t byte = unread.front();
    unread.pop_front();
    return byte;
}

std::optional<micropython::PythonException> MicroPythonFirmware::deliverInterrupt(micropython::Reference function)
{
    if (takeKeyboardInterrupt()) m_vm->interrupt();
    return m_vm->call(function);
}

std::string MicroPythonFirmware::withoutOurFrames(std::string traceback)
{
    for (const std::string_view ours : {"  File \"_boot.py\"", "  File \"_repl.py\""})
        for (auto line = traceback.find(ours); line != std::string::npos; line = traceback.find(ours))
            traceback.erase(line, traceback.find('\n', line) + 1 - line);
    return traceback;
}

bool MicroPythonFirmware::isReadable(int timeoutMilliseconds)
{
    const time::VirtualTime limit =
        timeoutMilliseconds < 0 ? time::never : m_services.loop.now() + std::chrono::milliseconds{timeoutMilliseconds};
    const auto& unread = m_services.session->unread;
    while (unread.empty() && m_services.loop.now() < limit)
        if (pauseUntil(limit)) {
            takeKeyboardInterrupt();
            m_vm->interrupt();
            break;
        }
    return !unread.empty();
}

// -- Network.

namespace {

// Where tasks wait for a socket; beside the queues of Events and Locks, which are counted from 1.
constexpr std::uint32_t socketQueue(network::SocketNumber socket, bool toWrite)
{
    return 0x40000000u | static_cast<std::uint32_t>(socket) << 1 | (toWrite ? 1 : 0);
}

}  // namespace

void MicroPythonFirmware::parkOnSocket(network::SocketNumber socket, bool toWrite)
{
    m_tasks.parkInQueue(socketQueue(socket, toWrite), time::WaitKind::stream);
    socketChanged(socket);
}

// Tasks that wait go on as after MicroPython's poll: when the loop next looks, behind those that are ready by then.
void MicroPythonFirmware::socketChanged(network::SocketNumber socket)
{
    const std::uint32_t ready = m_network.ready(socket);
    using Network = network::VirtualNetwork;
    if (ready & (Network::readable | Network::hungUp)) m_tasks.raiseFlag(socketQueue(socket, false));
    if (ready & (Network::writable | Network::hungUp)) m_tasks.raiseFlag(socketQueue(socket, true));
    wake();
}

// -- Reports.

std::string MicroPythonFirmware::coroutineName(std::uint32_t coroutine) const { return m_reader->name(coroutine); }

}  // namespace coroboard::modules
