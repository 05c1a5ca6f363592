// SPDX-License-Identifier: MIT
#pragma once
// ContactGroup: wires that switches connect with each other: the keys of a matrix, a relay. On every wire it shows what everything else puts
// on the wires connected with it, ghost keys included. It follows levels and steady voltages through the loop, an instant later at the same
// time. Not modelled: PWM and bus traffic that passes a contact. Owned by a part; used from the loop's thread only.

#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

#include "peripherals/wire.h"

namespace coroboard::parts {

class ContactGroup {
public:
    explicit ContactGroup(const std::vector<peripherals::Wire*>& wires);

    // Connects two of the wires, by their place in the list, or no longer.
    enum class Contact : std::uint8_t { Open, Closed };
    void set(std::size_t first, std::size_t second, Contact contact);
    bool closed(std::size_t first, std::size_t second) const;

private:
    void show();
    std::vector<std::size_t> groups() const;

    std::vector<std::unique_ptr<peripherals::WireDriver>> m_drivers;
    std::vector<std::pair<std::size_t, std::size_t>> m_closed;
    std::vector<std::unique_ptr<peripherals::WireListener>> m_listeners;  // while anything is closed
};

}  // namespace coroboard::parts
