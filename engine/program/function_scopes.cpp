// SPDX-License-Identifier: MIT
#include "program/program.h"
namespace coroboard::program { std::vector<FunctionScope> functionScopes(std::string_view) { return {}; } }
