// SPDX-License-Identifier: MIT
#pragma once
// MicroPythonFirmware: real MicroPython on the board's chip, as one coroutine of the event loop. It owns the interpreter for one power
// cycle and answers what the interpreter asks: time, files, console, chance, and the host functions behind our Python modules.
//
// Two sides. On the loop's side, run() and a Turn resume the interpreter's fibre whenever it may go on. On the fibre, everything that
// waits ends in pause(), which hands control back to the loop and says until when. Interrupts (pin edges, timers, scheduled calls) are
// queued on the loop's side and run on the fibre at its next chance: between two bytecodes, or in the middle of a wait.

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/random.h"
#include "micropython/flash/console.h"
#include "micropython/coroutine_reader.h"
#include "micropython/flash/file_calls.h"
#include "micropython/vm.h"
#include "modules/firmware.h"
#include "modules/audio_access.h"
#include "modules/board_access.h"
#include "modules/bus_access.h"
#include "modules/debugger.h"
#include "modules/device_access.h"
#include "modules/processor.h"
#include "modules/program_reports.h"
#include "modules/python_repl.h"
#include "modules/python_tasks.h"
#include "modules/target_access.h"
#include "network/virtual_network.h"
#include "peripherals/watchdog.h"
#include "time/event.h"

namespace coroboard::modules {

// What calls a Python handler. The number says which one of its kind.
enum class InterruptKind : std::uint8_t { Pin = 0, Timer = 1, Scheduled = 2, Uart = 3, I2cTarget = 4, I2s = 5, Counter = 6 };

class MicroPythonFirmware final : public Firmware, public micropython::VmHost, private micropython::Console {
public:
    explicit MicroPythonFirmware(FirmwareServices services);
    ~MicroPythonFirmware() override;

    // -- Firmware.
    time::Task<void> run() override;
    void interrupt() override;
    void requestStop() override { requestEnd(FirmwareEnd::Stopped); }
    void consoleInput(std::string_view bytes) override;
    FirmwareState state() const override;
    FirmwareEnd end() const override { return m_end; }
    Wake wake() const override { return m_wake; }
    std::string exceptionText() const override { return m_exceptionText; }
    void setBreakpoints(const std::vector<Breakpoint>& breakpoints) override;
    void setWatches(const std::vector<std::string>& expressions) override { m_debugger.setWatches(expressions); }
    void proceed(Proceed how) override;
    void runTo(const Breakpoint& place) override;
    void dismissBreakpoints() override;
    bool isStopped() const override { return m_stopped.has_value(); }
    std::optional<CodeStop> place() const override;
    std::uint64_t bytecodes() const override { return m_processor.bytecodes(); }
    time::Duration cpuTime() const override { return m_processor.busy(); }
    bool listsItsProgram() const override { return true; }

    // -- VmHost.
    std::uint32_t grantFuel(micropython::CodePosition next) override;
    std::uint32_t randomWord() override { return static_cast<std::uint32_t>(m_random.next()); }
    std::uint32_t millisecondTicks() override;
    double unixMilliseconds() override;
    micropython::FileCalls& files() override { return *m_files; }
    void enterHost() override { m_processor.advance(); }
    // A handler that had to wait while a peripheral was busy comes right after.
    void leaveHost() override { mayHandle() ? m_processor.grantOne() : m_processor.grant(); }
    // leaveHost() of the call that chose another task.
    void leaveHostInTask()
    {
        m_processor.switchTask();
        leaveHost();
    }
    void beforeCollection() override { if (m_reports) m_reports->beforeCollection(); }
    void afterCollection() override { if (m_reports) m_reports->afterCollection(); }

    // -- For the host functions, on the fibre.
    time::EventLoop& loop() { return m_services.loop; }
    board::Board& board() { return m_services.board; }
    micropython::Vm& vm() { return *m_vm; }
    PythonTasks& tasks() { return m_tasks; }
    // The Python object that asyncio.sleep answers.
    micropython::Reference sleeper() const { return m_sleeper; }
    micropython::Reference tooLong() const { return m_tooLong; }
    BoardAccess& access() { return m_access; }
    BusAccess& buses() { return m_buses; }
    DeviceAccess& devices() { return m_devices; }
    TargetAccess& targets() { return m_targets; }
    AudioAccess& audio() { return m_audio; }
    network::VirtualNetwork& network() { return m_network; }
    // The current task waits until the socket can be read, or written.
    void parkOnSocket(network::SocketNumber socket, bool toWrite);
    // Suspends the program until the instant; interrupts run meanwhile. Answers true when Ctrl-C ended the wait early.
    bool sleepUntil(time::VirtualTime instant);
    // The processor waits for a peripheral until the instant: time passes, the rest of the board goes on, no handler of the program runs.
    void busyUntil(time::VirtualTime instant);
    // Suspends the program until the instant or until wake(); interrupts run meanwhile. True when there was Ctrl-C.
    bool pauseUntil(time::VirtualTime instant);
    // The event loop has nothing left that could wake a task; it waits all the same.
    void idleForever();
    // Ends a pause: there is something to do. From the loop's side or the fibre.
    void wake();
    // Queues a call of a Python handler. A hard one runs between two bytecodes whatever the program does; a soft one not while a bus or
    // another soft handler is busy.
    enum class Urgency : std::uint8_t { Soft, Hard };
    void raise(InterruptKind kind, std::int32_t number, Urgency urgency = Urgency::Soft);
    // The same at once, in the middle of what the program waits for. On the fibre.
    void handleNow(InterruptKind kind, std::int32_t number);
    bool interruptsPending() const { return !m_interrupts.empty() || !m_hardInterrupts.empty(); }
    void setInterruptsEnabled(bool enabled) { m_interruptsEnabled = enabled; }
    bool interruptsEnabled() const { return m_interruptsEnabled; }
    // The character that interrupts (micropython.kbd_intr); -1: none.
    void setInterruptCharacter(int character) { m_interruptCharacter = character; }
    bool keyboardInterruptPending() const { return m_keyboardInterrupt; }
    // True once after a Ctrl-C that came while the program waited: the Python side then raises KeyboardInterrupt.
    bool takeKeyboardInterrupt() { return std::exchange(m_keyboardInterrupt, false); }
    // The chip sleeps until the instant or an edge on one of the pins, and then starts anew.
    [[noreturn]] void deepSleep(Wake wake);
    void startWatchdog(time::Duration timeout) { m_watchdog.start(timeout); }
    void feedWatchdog() { m_watchdog.feed(); }
    // How much faster than its usual clock the chip runs: machine.freq(hz).
    void setClock(std::uint32_t hertz);
    std::uint32_t clock() const { return m_clock; }
    // Our own words about the program, whole lines.
    void report(const std::string& text) { m_services.report(text); }
    // For the REPL: the next byte typed (the program waits for it), bytes as they are for the serial line, and a Ctrl-C that has not
    // met any code yet: it is raised in this function.
    std::uint8_t readTyped();
    void send(std::string_view bytes) { m_services.console(bytes); }
    std::optional<micropython::PythonException> deliverInterrupt(micropython::Reference function);
    PythonRepl& repl() { return *m_repl; }
    // A traceback begins with the function of ours that runs the file.
    static std::string withoutOurFrames(std::string traceback);
    // Ends this power cycle the way the program asked for.
    [[noreturn]] void leave(FirmwareEnd end);
    // What a suspended coroutine tells of itself; read from memory, runs nothing.
    std::string coroutineName(std::uint32_t coroutine) const;
    // Null until the interpreter has booted.
    const micropython::CoroutineReader* reader() const { return m_reader.get(); }
    ProgramReports& reports() { return *m_reports; }
    // Until when the program waits; never: until something happens.
    time::VirtualTime pausedUntil() const { return m_pausedUntil; }

private:
    struct Leaving {};
    struct ProgramTurn : time::Turn {
        explicit ProgramTurn(MicroPythonFirmware& owner) : Turn(&ProgramTurn::take), firmware(owner) {}
        static void take(Turn& turn) { static_cast<ProgramTurn&>(turn).firmware.step(); }
        MicroPythonFirmware& firmware;
    };
    struct Interrupt {
        InterruptKind kind;
        std::int32_t number;
    };
    enum class Wakeable : std::uint8_t { No, Yes };

    // Loop's side.
    Result<void> prepareFlash();
    void step();
    void finish(FirmwareEnd end);
    // The program is taken off the chip at its next bytecode.
    void requestEnd(FirmwareEnd end);

    // Fibre's side.
    void programBody();
    void runProgram();
    void talk();
    bool runFile(const char* name);
    std::optional<std::string> checkSources();
    void pause(time::VirtualTime until, Wakeable wakeable);
    void stopBefore(micropython::CodePosition next, StopCause cause);
    void runInterrupts();
    void runHardInterrupts();
    void runHandler(const Interrupt& interrupt);
    bool mayHandle() const;
    void afterProgram();
    void socketChanged(network::SocketNumber socket);

    // Console.
    std::size_t read(std::span<std::uint8_t> into) override;
    void write(int descriptor, std::string_view text) override;
    bool isReadable(int timeoutMilliseconds) override;

    FirmwareServices m_services;
    Random m_random;
    Processor m_processor;
    std::unique_ptr<micropython::FlashFileSystem> m_flash;
    bool m_flashIsStored = false;            // it outlives this power cycle in FirmwareServices::flash
    std::unique_ptr<micropython::FileCalls> m_files;
    std::unique_ptr<micropython::Vm> m_vm;
    PythonTasks m_tasks;
    BoardAccess m_access;
    network::VirtualNetwork m_network;
    BusAccess m_buses;
    DeviceAccess m_devices;
    TargetAccess m_targets;
    AudioAccess m_audio;
    ProgramTurn m_turn;
    time::Event m_ended;
    std::deque<Interrupt> m_interrupts;
    std::deque<Interrupt> m_hardInterrupts;
    peripherals::Watchdog m_watchdog;
    Wake m_wake;
    std::uint32_t m_clock;
    micropython::Reference m_dispatch = 0;
    micropython::Reference m_runFile = 0;
    micropython::Reference m_sleeper = 0;
    micropython::Reference m_tooLong = 0;
    std::unique_ptr<PythonRepl> m_repl;
    std::unique_ptr<micropython::CoroutineReader> m_reader;
    std::unique_ptr<ProgramReports> m_reports;
    time::VirtualTime m_pausedUntil = time::powerOn;
    Wakeable m_wakeable = Wakeable::No;
    Debugger m_debugger{m_tasks};
    std::optional<StopCause> m_stopped;
    bool m_inInterrupt = false;
    bool m_inHardInterrupt = false;
    bool m_interruptsEnabled = true;
    bool m_keyboardInterrupt = false;
    FirmwareEnd m_requestedEnd = FirmwareEnd::None;
    bool m_prompting = false;                // it is the REPL that waits
    int m_interruptCharacter = 3;
    FirmwareState m_state = FirmwareState::NotStarted;
    FirmwareEnd m_end = FirmwareEnd::None;
    FirmwareEnd m_leavingAs = FirmwareEnd::None;
    std::string m_exceptionText;
};

}  // namespace coroboard::modules
