// SPDX-License-Identifier: MIT
#pragma once
// Firmware: what runs on the board's chip: MicroPython with a program (makeMicroPython), or C++ coroutines
// (simulation/coroutine_firmware.h). Made for one power cycle by the Simulation, which owns it and drives run() as a task of the loop.
// Everything here is called on the thread that runs the loop. A reset is a new Firmware, so nothing survives by accident.
// Its coroutines (Python tasks) show themselves through a time::TaskSource that the firmware registers with the loop.

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "board/board.h"
#include "modules/breakpoint.h"
#include "modules/flash_storage.h"
#include "program/program.h"
#include "serial/session.h"
#include "time/event_loop.h"
#include "time/task.h"
#include "time/virtual_time.h"

namespace coroboard::modules {

// Running: it has code to execute now. Waiting: nothing to execute until something happens (a time, a pin, input).
// AtPrompt: the program has ended (or there is none) and the REPL waits for somebody to type.
enum class FirmwareState { NotStarted, Running, Waiting, AtPrompt, Ended };

// How the program ended; None until it has. Reset: it asked for a hardware reset (machine.reset()); SoftReset: the interpreter is to start
// anew (machine.soft_reset(), Ctrl-D in the REPL); DeepSleep: it put the chip to sleep, which ends with a reset.
enum class FirmwareEnd { None, Finished, UncaughtException, Stopped, SystemExit, HardFault, Reset, SoftReset, WatchdogReset, DeepSleep };

// What comes after the program: the firmware ends, or the REPL answers on the serial line, as on a board.
enum class AfterProgram : std::uint8_t { End, Repl };

// Where the firmware begins: with boot.py and main.py, or, after a program that had to be taken off the board, with the prompt.
enum class StartAt : std::uint8_t { Program, Prompt };

// What the firmware may use. The loop, the board and the program outlive it; the sinks are called on the loop's thread.
struct FirmwareServices {
    time::EventLoop& loop;
    board::Board& board;
    std::shared_ptr<const program::Program> program;       // null: an empty board (MicroPython: straight to the REPL, or nothing)
    std::uint64_t seed = 1;                                // for everything the program calls random
    std::shared_ptr<FlashStorage> flash = nullptr;         // null: files of a program without a folder go with the firmware
    std::function<void(std::string_view)> console;         // bytes out of the serial port, as the chip sends them
    std::function<void(std::string_view)> report;          // our own words about the program, whole lines ("RuntimeWarning: …\n")
    AfterProgram afterProgram = AfterProgram::End;
    StartAt startAt = StartAt::Program;
    std::shared_ptr<serial::Session> session = nullptr;    // what the serial line keeps over a soft reset; null: nothing
    std::function<void(FirmwareEnd)> programEnded = {};    // the program ended and the REPL begins; end() says how from now on
};

class Firmware {
public:
    virtual ~Firmware() = default;

    // Boots, runs boot.py and main.py, and ends when the program ends, or goes on with the REPL until a soft reset. Called once.
    // Destroying the task takes the program off the board.
    virtual time::Task<void> run() = 0;

    // KeyboardInterrupt at the next bytecode, as Ctrl-C does.
    virtual void interrupt() = 0;

    // Ends run() with Stopped at its next chance (MicroPython: the next fuel grant); no code of the program runs any more.
    virtual void requestStop() = 0;

    // Bytes typed on the serial port. 0x03 interrupts unless the program asked for raw input.
    virtual void consoleInput(std::string_view bytes) = 0;

    virtual FirmwareState state() const = 0;
    virtual FirmwareEnd end() const = 0;
    // After DeepSleep: when the chip wakes by itself, and the pins that wake it.
    struct WakePin {
        peripherals::Pin* pin = nullptr;
        peripherals::PinTrigger trigger = peripherals::PinTrigger::Both;
    };
    struct Wake {
        time::VirtualTime when = time::never;
        std::vector<WakePin> pins;
    };
    virtual Wake wake() const { return {}; }
    virtual std::string exceptionText() const = 0;         // the traceback as MicroPython prints it, "\n" lines; empty when none.
                                                           // Only a REPL writes it to the console sink; else the owner decides

    // Breakpoints and stepping. A program that stops leaves runUntil() (EventLoop::requestStop) in the middle of its turn and goes on
    // from there after proceed() or runTo(), before anything else is done. What has no lines to stop at ignores all this.
    virtual void setBreakpoints(const std::vector<Breakpoint>&) {}
    // Expressions that place() tells the values of.
    virtual void setWatches(const std::vector<std::string>&) {}
    virtual void proceed(Proceed) {}
    virtual void runTo(const Breakpoint&) {}
    // The program is to end: nothing stops it any more.
    virtual void dismissBreakpoints() {}
    virtual bool isStopped() const { return false; }
    // Where it stands, stopped or between two slices; nothing when no code of the program is being executed.
    virtual std::optional<CodeStop> place() const { return std::nullopt; }

    virtual std::uint64_t bytecodes() const = 0;
    virtual time::Duration cpuTime() const = 0;            // virtual time spent executing
    // Whether it tells of its program in the loop's list of tasks itself; else the task that runs run() stands for the program there.
    virtual bool listsItsProgram() const { return false; }
};

using FirmwareFactory = std::function<std::unique_ptr<Firmware>(FirmwareServices)>;

// Real MicroPython.
std::unique_ptr<Firmware> makeMicroPython(FirmwareServices services);

}  // namespace coroboard::modules
