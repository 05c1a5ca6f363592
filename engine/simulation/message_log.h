// SPDX-License-Identifier: MIT
#pragma once
// MessageLog: the last messages for the user, numbered. Bounded: old ones go. Integration thread only.

#include <string>
#include <utility>
#include <vector>

#include "simulation/message.h"

namespace coroboard::simulation {

class MessageLog {
public:
    static constexpr std::size_t kept = 32;

    void add(Severity severity, time::VirtualTime when, std::string text)
    {
        if (m_messages.size() == kept) m_messages.erase(m_messages.begin());
        m_messages.push_back({++m_number, severity, when, std::move(text)});
    }
    const std::vector<Message>& messages() const { return m_messages; }

private:
    std::uint64_t m_number = 0;
    std::vector<Message> m_messages;
};

}  // namespace coroboard::simulation
