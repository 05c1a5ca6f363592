// SPDX-License-Identifier: MIT
#pragma once
// Why a file operation failed, in the numbers a MicroPython program sees (errno.ENOENT is 2, on every board and here).
// The WebAssembly build's own C library counts differently (its ENOENT is 44), but VfsPosix hands a failed call's number to OSError
// as it is, so these go straight through. One number is taken: 27 is that library's EINTR, and MicroPython repeats an interrupted
// call for ever. No FileError may ever be 27 (Linux' EFBIG); a file too large for the flash is NoSpace.

#include <tl/expected.hpp>

namespace coroboard::micropython {

enum class FileError : int {
    NotPermitted = 1,
    NoEntry = 2,
    InputOutput = 5,
    BadHandle = 9,
    AccessDenied = 13,
    Busy = 16,
    Exists = 17,
    CrossDevice = 18,
    NoDevice = 19,
    NotDirectory = 20,
    IsDirectory = 21,
    Invalid = 22,
    TooManyOpen = 24,
    NoSpace = 28,
    IllegalSeek = 29,
    ReadOnly = 30,
    OutOfRange = 34,
    NameTooLong = 36,
    NotImplemented = 38,
    NotEmpty = 39,
};

template <class T>
using FileResult = tl::expected<T, FileError>;

using FileStatus = FileResult<void>;

inline tl::unexpected<FileError> fails(FileError error) { return tl::unexpected<FileError>(error); }

}  // namespace coroboard::micropython
