// SPDX-License-Identifier: MIT
#include "trace/vcd_writer.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <fmt/ostream.h>

#include "base/ensure.h"

namespace coroboard::trace {

namespace {

// A name without blanks or brackets: both mean something in a VCD header.
std::string safe(std::string name)
{
    std::replace_if(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == '[' || c == ']' || c == '$'; }, '_');
    return name.empty() ? "_" : name;
}

}  // namespace

VcdWriter::VcdWriter(std::ostream& stream, std::vector<SignalDescription> signals) : m_stream(stream)
{
    m_stream << "$comment Coroboard $end\n$timescale 1 ns $end\n$scope module board $end\n";
    for (SignalDescription& signal : signals) {
        const std::string name = safe(std::move(signal.name));
        Variable& variable = m_variables.emplace_back();
        variable.kind = signal.kind;
        variable.code = nextCode();
        switch (signal.kind) {
            case SignalKind::Digital: declare("wire", 1, variable.code, name); break;
            case SignalKind::Analog: declare("real", 64, variable.code, name); break;
            case SignalKind::Pwm:
                variable.frequencyCode = nextCode();
                declare("real", 64, variable.code, name + ".duty");
                declare("real", 64, variable.frequencyCode, name + ".frequency");
                break;
        }
    }
    m_stream << "$upscope $end\n$enddefinitions $end\n#0\n$dumpvars\n";
    for (const Variable& variable : m_variables) {
        if (variable.kind == SignalKind::Digital) {
            fmt::print(m_stream, "x{}\n", variable.code);
        }
    }
    m_stream << "$end\n";
}

// Identifiers from the printable characters ! to ~, shortest first.
std::string VcdWriter::nextCode()
{
    std::string code;
    for (std::size_t rest = m_codes++;; rest = rest / 94 - 1) {
        code.push_back(static_cast<char>('!' + rest % 94));
        if (rest < 94) {
            return code;
        }
    }
}

void VcdWriter::declare(const char* type, int bits, const std::string& code, const std::string& name)
{
    fmt::print(m_stream, "$var {} {} {} {} $end\n", type, bits, code, name);
}

void VcdWriter::moveTo(time::VirtualTime when)
{
    ENSURE(when >= m_now, "changes arrive in order of time");
    if (when > m_now) {
        fmt::print(m_stream, "#{}\n", when.time_since_epoch().count());
        m_now = when;
    }
}

void VcdWriter::add(const SignalChange& change)
{
    ENSURE(change.signal < m_variables.size(), "a declared signal");
    const Variable& variable = m_variables[change.signal];
    moveTo(change.when);
    if (variable.kind == SignalKind::Digital) {
        fmt::print(m_stream, "{}{}\n", change.value != 0 ? 1 : 0, variable.code);
        return;
    }
    fmt::print(m_stream, "r{:.16g} {}\n", change.value, variable.code);
    if (variable.kind == SignalKind::Pwm) {
        fmt::print(m_stream, "r{:.16g} {}\n", change.frequency, variable.frequencyCode);
    }
}

void VcdWriter::finish(time::VirtualTime end)
{
    moveTo(std::max(end, m_now));
    m_stream.flush();
}

}  // namespace coroboard::trace
