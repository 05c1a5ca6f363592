// SPDX-License-Identifier: MIT
#include "modules/host_functions.h"

#include <vector>

namespace coroboard::modules {

micropython::HostModule hostModule()
{
    static const std::vector<micropython::HostFunctionEntry> functions = [] {
        std::vector<micropython::HostFunctionEntry> all;
        for (const auto group : {timeFunctions(), taskFunctions(), pinFunctions(), chipFunctions(), busFunctions(), pulseFunctions(),
                                 deviceFunctions(), targetFunctions(), audioFunctions(), networkFunctions()})
            all.insert(all.end(), group.begin(), group.end());
        return all;
    }();
    return {functions, taskIterators()};
}

}  // namespace coroboard::modules
