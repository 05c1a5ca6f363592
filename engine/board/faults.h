// SPDX-License-Identifier: MIT
#pragma once
// Faults: what is broken on one board. A part whose wire is cut or put back, or that is taken off or put back, starts anew, as if its supply
// had been touched; a wire that is stuck is held by one ohm. A brown-out is of the moment and belongs to the power cycle: it is checked here
// and not kept. Owned by the Board; used from the loop's thread only.

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/random.h"
#include "base/result.h"
#include "board/fault.h"
#include "peripherals/interference.h"
#include "peripherals/wire.h"

namespace coroboard::board {

class Board;

class Faults {
public:
    Faults(Board& board, Random random);
    ~Faults();

    // Refused with a message for the user: an unknown part, pin or wire, a supply.
    Result<void> check(const Fault& fault) const;
    // Preconditions: checked. Nothing changes if it is broken, or whole, already.
    void set(const Fault& fault);
    void clear(const Fault& fault);
    void clearAll();

    const std::vector<Fault>& all() const { return m_faults; }
    bool has(FaultKind kind, std::string_view place) const;

private:
    Result<void> checkPart(const std::string& part) const;
    Result<void> checkPin(const std::string& place) const;
    Result<void> checkWire(const std::string& wire) const;
    void apply(const Fault& fault);
    void hold(const std::string& wire);

    struct HeldWire {
        std::unique_ptr<peripherals::WireDriver> driver;
        std::unique_ptr<peripherals::Interference> interference;
        peripherals::Wire* wire = nullptr;
        ~HeldWire();
    };

    Board& m_board;
    Random m_random;
    std::vector<Fault> m_faults;  // in the order in which they happened
    std::map<std::string, std::unique_ptr<HeldWire>> m_held;
};

}  // namespace coroboard::board
