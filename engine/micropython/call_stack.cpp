// SPDX-License-Identifier: MIT
// CoroutineReader: what executes now. Frames of plain functions lie on the Python stack in the order of their calls. Coroutines keep
// theirs in the heap; who resumed a running one holds it on its own stack.
#include <algorithm>

#include "micropython/coroutine_reader.h"
#include "micropython/vm.h"

namespace coroboard::micropython {

void CoroutineReader::readCallStack(std::vector<Frame>& frames) const
{
    std::vector<Frame> calls;
    readCalls(calls);
    // A coroutine that was handed down from call to call is run by the last of them.
    std::vector<std::vector<Frame>> resumed(calls.size());
    std::vector<std::uint32_t> seen;
    for (std::size_t i = calls.size(); i-- > 0;) {
        std::uint32_t coroutine = runningInnerOf(0, calls[i].state, calls[i].function->prelude.stateWords);
        while (coroutine != 0 && std::find(seen.begin(), seen.end(), coroutine) == seen.end()) {
            seen.push_back(coroutine);
            Frame frame;
            if (!readFrame(codeStateOf(coroutine), frame)) break;
            resumed[i].push_back(frame);
            coroutine = innerOf(coroutine);
        }
    }
    frames.clear();
    for (std::size_t i = 0; i < calls.size(); ++i) {
        frames.push_back(calls[i]);
        frames.insert(frames.end(), resumed[i].begin(), resumed[i].end());
    }
}

}  // namespace coroboard::micropython
