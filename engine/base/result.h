// SPDX-License-Identifier: MIT
#pragma once
// Result<T>: what a call gives back when the outside world (a file, a profile, a command line) may be wrong.
// The Error's message is written for the user: what is wrong, where, and what is allowed. Never used for our own bugs (see ensure.h).

#include <string>
#include <utility>

#include <tl/expected.hpp>

namespace coroboard {

struct Error {
    std::string message;
};

template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> failure(std::string message) { return tl::unexpected<Error>(Error{std::move(message)}); }

}  // namespace coroboard
