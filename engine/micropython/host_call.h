// SPDX-License-Identifier: MIT
#pragma once
// HostCall: one call from Python into a host function, with its arguments and its answer. Lives as long as the call.
// Arguments are read by position; what is not there or of another kind answers the given default or nothing, because our own Python
// modules are the only callers and have checked. Text views point into linear memory: good until Python runs again.

#include <optional>
#include <string_view>

#include "micropython/vm.h"

namespace coroboard::micropython {

class HostCall {
  public:
    HostCall(Vm& vm, VmHost& host, std::uint32_t count, std::uint32_t arguments, std::uint32_t out)
        : m_vm(vm), m_host(host), m_count(count), m_arguments(arguments), m_out(out)
    {
    }
    ~HostCall();
    HostCall(const HostCall&) = delete;
    HostCall& operator=(const HostCall&) = delete;

    Vm& vm() { return m_vm; }
    // The owner; a firmware casts it to itself.
    VmHost& host() { return m_host; }
    std::uint32_t count() const { return m_count; }
    FromPython kind(std::uint32_t index) const;
    std::int32_t integer(std::uint32_t index, std::int32_t otherwise = 0) const;
    double number(std::uint32_t index, double otherwise = 0) const;
    bool truth(std::uint32_t index) const { return integer(index) != 0; }
    std::string_view text(std::uint32_t index) const;
    // Keeps the Python object beyond the call; release() it when done. 0 when the argument is no object.
    Reference keep(std::uint32_t index);

    // The answer; None unless set.
    void answerNone();
    void answerBool(bool value);
    void answerInt(std::int32_t value);
    void answerFloat(double value);
    void answerText(std::string_view value);
    void answerObject(Reference reference);

  private:
    Vm& m_vm;
    VmHost& m_host;
    std::uint32_t m_count;
    std::uint32_t m_arguments;
    std::uint32_t m_out;
    std::uint64_t m_kept = 0;
};

}  // namespace coroboard::micropython
