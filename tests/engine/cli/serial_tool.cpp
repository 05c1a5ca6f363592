// SPDX-License-Identifier: MIT
#include "engine/cli/serial_tool.h"

#include <algorithm>
#include <array>

#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace coroboard::test {

namespace {

constexpr int patience = 10'000;    // milliseconds
constexpr char windowGranted = 0x01;
constexpr char endOfData = 0x04;

}  // namespace

int openTerminal(const std::string& name) { return ::open(name.c_str(), O_RDWR | O_NOCTTY); }

int connectTo(int port)
{
    const int descriptor = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return ::connect(descriptor, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0 ? descriptor : -1;
}

SerialTool::~SerialTool() { ::close(m_descriptor); }

void SerialTool::send(std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t count = ::write(m_descriptor, bytes.data(), bytes.size());
        if (count <= 0) return;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
}

bool SerialTool::receive()
{
    pollfd state{m_descriptor, POLLIN, 0};
    if (::poll(&state, 1, patience) <= 0) return false;
    std::array<char, 4096> block;
    const ssize_t count = ::read(m_descriptor, block.data(), block.size());
    if (count <= 0) return false;
    m_received.append(block.data(), static_cast<std::size_t>(count));
    return true;
}

bool SerialTool::expect(std::string_view answer)
{
    for (;;) {
        if (const auto at = m_received.find(answer); at != std::string::npos) {
            m_received.erase(0, at + answer.size());
            return true;
        }
        if (!receive()) return false;
    }
}

std::string SerialTool::pasteAndRun(std::string_view source)
{
    m_received.clear();
    send("\x05" "A\x01");
    if (!expect("R\x01")) return "raw paste is not understood";
    while (m_received.size() < 2)
        if (!receive()) return "no window";
    const std::size_t window = static_cast<unsigned char>(m_received[0]) + 256u * static_cast<unsigned char>(m_received[1]);
    m_received.erase(0, 2);
    std::size_t granted = window;
    while (!source.empty()) {
        while (granted == 0 || !m_received.empty()) {
            if (m_received.empty() && !receive()) return "no window came free";
            if (m_received.front() == windowGranted) granted += window;
            if (m_received.front() == endOfData) return "the board ended the paste";
            m_received.erase(0, 1);
        }
        const std::size_t now = std::min(granted, source.size());
        send(source.substr(0, now));
        source.remove_prefix(now);
        granted -= now;
    }
    send({&endOfData, 1});
    if (!expect({&endOfData, 1})) return "the paste was not taken";
    while (!m_received.ends_with("\x04>"))
        if (!receive()) return "no answer: " + m_received;
    return m_received;
}

}  // namespace coroboard::test
