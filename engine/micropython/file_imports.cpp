// SPDX-License-Identifier: MIT
// The file imports: each hands its arguments to the board's FileCalls.
#include "micropython/flash/file_calls.h"
#include "micropython/module.h"

using coroboard::micropython::BadAddress;
using coroboard::micropython::FileCalls;
using coroboard::micropython::HardFault;
using coroboard::micropython::Imports;
using coroboard::micropython::Vm;
using E = Z_env_instance_t*;
using W = Z_wasi_snapshot_preview1_instance_t*;

namespace {

template <class... A>
u32 fileCall(Vm& vm, u32 (FileCalls::*call)(A...), A... arguments)
{
    coroboard::micropython::VmHost& host = Imports::host(vm);
    host.enterHost();
    try {
        const u32 result = (host.files().*call)(arguments...);
        host.leaveHost();
        return result;
    } catch (const BadAddress& bad) {
        throw HardFault(bad.what());
    }
}

}  // namespace

extern "C" {

u32 Z_envZ___syscall_chdir(E e, u32 a) { return fileCall(*e->vm, &FileCalls::chdir, a); }
u32 Z_envZ___syscall_fstat64(E e, u32 a, u32 b) { return fileCall(*e->vm, &FileCalls::fstat64, a, b); }
u32 Z_envZ___syscall_getcwd(E e, u32 a, u32 b) { return fileCall(*e->vm, &FileCalls::getcwd, a, b); }
u32 Z_envZ___syscall_getdents64(E e, u32 a, u32 b, u32 c) { return fileCall(*e->vm, &FileCalls::getdents64, a, b, c); }
u32 Z_envZ___syscall_lstat64(E e, u32 a, u32 b) { return fileCall(*e->vm, &FileCalls::lstat64, a, b); }
u32 Z_envZ___syscall_mkdirat(E e, u32 a, u32 b, u32 c) { return fileCall(*e->vm, &FileCalls::mkdirat, a, b, c); }
u32 Z_envZ___syscall_newfstatat(E e, u32 a, u32 b, u32 c, u32 d) { return fileCall(*e->vm, &FileCalls::newfstatat, a, b, c, d); }
u32 Z_envZ___syscall_openat(E e, u32 a, u32 b, u32 c, u32 d) { return fileCall(*e->vm, &FileCalls::openat, a, b, c, d); }
u32 Z_envZ___syscall_poll(E e, u32 a, u32 b, u32 c) { return fileCall(*e->vm, &FileCalls::poll, a, b, c); }
u32 Z_envZ___syscall_renameat(E e, u32 a, u32 b, u32 c, u32 d) { return fileCall(*e->vm, &FileCalls::renameat, a, b, c, d); }
u32 Z_envZ___syscall_rmdir(E e, u32 a) { return fileCall(*e->vm, &FileCalls::rmdir, a); }
u32 Z_envZ___syscall_stat64(E e, u32 a, u32 b) { return fileCall(*e->vm, &FileCalls::stat64, a, b); }
u32 Z_envZ___syscall_statfs64(E e, u32 a, u32 b, u32 c) { return fileCall(*e->vm, &FileCalls::statfs64, a, b, c); }
u32 Z_envZ___syscall_unlinkat(E e, u32 a, u32 b, u32 c) { return fileCall(*e->vm, &FileCalls::unlinkat, a, b, c); }

u32 Z_wasi_snapshot_preview1Z_fd_close(W w, u32 a) { return fileCall(*w->vm, &FileCalls::fdClose, a); }
u32 Z_wasi_snapshot_preview1Z_fd_read(W w, u32 a, u32 b, u32 c, u32 d) { return fileCall(*w->vm, &FileCalls::fdRead, a, b, c, d); }
u32 Z_wasi_snapshot_preview1Z_fd_seek(W w, u32 a, u64 b, u32 c, u32 d) { return fileCall(*w->vm, &FileCalls::fdSeek, a, b, c, d); }
u32 Z_wasi_snapshot_preview1Z_fd_sync(W w, u32 a) { return fileCall(*w->vm, &FileCalls::fdSync, a); }
u32 Z_wasi_snapshot_preview1Z_fd_write(W w, u32 a, u32 b, u32 c, u32 d) { return fileCall(*w->vm, &FileCalls::fdWrite, a, b, c, d); }

}  // extern "C"
