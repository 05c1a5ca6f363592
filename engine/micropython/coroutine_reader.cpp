// SPDX-License-Identifier: MIT
#include "micropython/coroutine_reader.h"

#include "micropython/vm.h"

namespace coroboard::micropython {

CoroutineLayout CoroutineLayout::locate(Vm&) { return {}; }
std::string CoroutineReader::name(std::uint32_t) const { return "?"; }
std::vector<time::FrameInfo> CoroutineReader::chain(std::uint32_t) const { return {}; }

}  // namespace coroboard::micropython
