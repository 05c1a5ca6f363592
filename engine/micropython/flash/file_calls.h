// SPDX-License-Identifier: MIT
#pragma once
// The file calls of the translated MicroPython: one method for each file import of the WebAssembly module, same arguments, same order,
// the result to hand back as it is. Pointers are checked; a bad one throws BadAddress. Owned by one VM; a reset is reset() or a new one.
//     FileCalls files(*flash, console, [&] { return std::span(memory.data, memory.size); });
//     u32 Z_envZ___syscall_openat(Z_env_instance_t* vm, u32 directory, u32 path, u32 flags, u32 varargs)
//     { return vm->files.openat(directory, path, flags, varargs); }
// System calls give a result or a negative FileError, WASI calls (fd_…) 0 or a positive FileError; numbers: file_error.h. Layouts of
// stat, statfs, dirent and pollfd: emscripten's musl for wasm32 (system/lib/libc/musl/arch/emscripten/bits). Descriptors 0, 1 and 2 are
// the console's; reading 0 and polling may suspend the program. What a call does not know (a flag, a foreign directory) it refuses.

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "micropython/flash/console.h"
#include "micropython/flash/flash_file_system.h"
#include "micropython/flash/guest_memory.h"

namespace coroboard::micropython {

class FileCalls {
public:
    static constexpr std::size_t mostOpen = 64;  // descriptors, the console's three included

    FileCalls(FlashFileSystem& flash, Console& console, GuestMemory::View memory);

    // Soft reset: every file is closed as MicroPython's own soft reset closes them, written to the flash. Back to "/".
    void closeAll();
    // Hard reset, power loss: what was neither synced nor closed is lost. Back to "/".
    void dropAll();

    std::uint32_t chdir(std::uint32_t path);
    std::uint32_t getcwd(std::uint32_t buffer, std::uint32_t size);
    std::uint32_t mkdirat(std::uint32_t directory, std::uint32_t path, std::uint32_t mode);
    std::uint32_t openat(std::uint32_t directory, std::uint32_t path, std::uint32_t flags, std::uint32_t varargs);
    std::uint32_t poll(std::uint32_t descriptors, std::uint32_t count, std::uint32_t timeoutMilliseconds);
    std::uint32_t getdents64(std::uint32_t descriptor, std::uint32_t buffer, std::uint32_t size);
    std::uint32_t renameat(std::uint32_t fromDirectory, std::uint32_t from, std::uint32_t toDirectory, std::uint32_t to);
    std::uint32_t rmdir(std::uint32_t path);
    std::uint32_t fstat64(std::uint32_t descriptor, std::uint32_t buffer);
    std::uint32_t stat64(std::uint32_t path, std::uint32_t buffer);
    std::uint32_t lstat64(std::uint32_t path, std::uint32_t buffer);
    std::uint32_t newfstatat(std::uint32_t directory, std::uint32_t path, std::uint32_t buffer, std::uint32_t flags);
    std::uint32_t statfs64(std::uint32_t path, std::uint32_t size, std::uint32_t buffer);
    std::uint32_t unlinkat(std::uint32_t directory, std::uint32_t path, std::uint32_t flags);

    std::uint32_t fdClose(std::uint32_t descriptor);
    std::uint32_t fdSync(std::uint32_t descriptor);
    std::uint32_t fdSeek(std::uint32_t descriptor, std::uint64_t offset, std::uint32_t whence, std::uint32_t newPosition);
    std::uint32_t fdRead(std::uint32_t descriptor, std::uint32_t vectors, std::uint32_t count, std::uint32_t transferred);
    std::uint32_t fdWrite(std::uint32_t descriptor, std::uint32_t vectors, std::uint32_t count, std::uint32_t transferred);

    const std::string& currentDirectory() const { return m_currentDirectory; }

private:
    struct ConsoleEnd {};
    struct OpenDirectory {
        std::string path;
        std::vector<NamedEntry> entries;
        std::size_t next = 0;
    };
    using Slot = std::variant<std::monostate, ConsoleEnd, OpenFile, OpenDirectory>;

    Slot* slot(std::uint32_t descriptor);
    FileResult<std::string> pathAt(std::uint32_t directory, std::uint32_t path, std::uint32_t flags = 0);
    FileResult<std::uint32_t> place(Slot&& opened);
    FileResult<std::size_t> readInto(std::uint32_t descriptor, std::uint32_t address, std::uint32_t size);
    std::uint32_t storeInfo(const FileResult<FileInfo>& info, std::uint32_t buffer);

    FlashFileSystem* m_flash;
    Console* m_console;
    GuestMemory m_memory;
    std::string m_currentDirectory = "/";
    std::vector<Slot> m_slots;
};

}  // namespace coroboard::micropython
