// SPDX-License-Identifier: MIT
#pragma once
// How coroboard-cli ends. Scripts and CI rely on these numbers.

namespace coroboard::cli {

enum class ExitCode {
    Ended = 0,                // the program ended, or --for was reached; nothing wrong was found
    Exception = 1,            // the program ended with an uncaught exception
    BadInput = 2,             // wrong usage or a bad input file: nothing was run, nothing was written
    ExpectationFailed = 3,    // a scenario's expectation failed
    Faulted = 4,              // the board faulted or its watchdog fired
    Interrupted = 130,        // Ctrl-C
};

}  // namespace coroboard::cli
