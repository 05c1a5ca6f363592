// SPDX-License-Identifier: MIT
#pragma once
// Firmware written as C++ coroutines: the same board, the same loop, the same Simulation as MicroPython. For tests, benchmarks and people
// who want their board logic in C++. It takes no virtual time to execute: only awaits pass time.
//
//   time::Task<void> blink(CoroutineContext& context)
//   {
//       auto& led = *context.board.pin("GP16");
//       led.setMode(peripherals::PinMode::Out);
//       for (bool on = true;; on = !on) {
//           led.write(on);
//           co_await context.loop.delay(500ms);
//       }
//   }
//   Simulation::create(profile, nullptr, {.firmware = coroutineFirmware(blink)});
//
// Interrupting it (Ctrl-C, StopProgram) cancels it at its await; an exception that leaves it is its uncaught exception.

#include <functional>
#include <string>
#include <string_view>

#include "board/board.h"
#include "modules/firmware.h"
#include "time/event.h"
#include "time/event_loop.h"
#include "time/task.h"

namespace coroboard::simulation {

// What the coroutine sees. Lives as long as it does.
class CoroutineContext {
public:
    CoroutineContext(time::EventLoop& loop, board::Board& board, std::function<void(std::string_view)> console)
        : loop(loop), board(board), m_console(std::move(console))
    {
    }

    time::EventLoop& loop;
    board::Board& board;

    // Bytes out of the serial port.
    void print(std::string_view text) { m_console(text); }
    // The next line typed, without its end ("\n" or "\r").
    time::Task<std::string> readLine();
    // Called by the firmware when bytes come in.
    void typed(std::string_view bytes);

private:
    std::function<void(std::string_view)> m_console;
    std::string m_input;
    time::Signal m_inputArrived{"console input"};
};

using CoroutineProgram = std::function<time::Task<void>(CoroutineContext&)>;

modules::FirmwareFactory coroutineFirmware(CoroutineProgram program);

}  // namespace coroboard::simulation
