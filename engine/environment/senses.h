// SPDX-License-Identifier: MIT
#pragma once
// Senses: what one part senses the world with: its view of the environment, its own chance, and whether it is frozen (a fault: the sensor
// keeps what it felt last). SensedQuantity and SensedMotion are made with one. Owned by the Board, one a part; outlives the part.

#include <string_view>
#include <vector>

#include "base/random.h"
#include "environment/environment.h"
#include "time/timeline.h"

namespace coroboard::environment {

class Senses {
public:
    Senses(Environment& environment, const time::Timeline& timeline, Random random)
        : m_environment(environment), m_timeline(timeline), m_random(random)
    {}
    Senses(const Senses&) = delete;
    Senses& operator=(const Senses&) = delete;

    Environment& environment() const { return m_environment; }
    const time::Timeline& timeline() const { return m_timeline; }
    Random random(std::string_view name) const { return m_random.stream(name); }

    bool frozen() const { return m_frozen; }
    // Everything sensed through this stays as it is now, until thawed.
    void freeze();
    void thaw();

private:
    friend class Sense;
    Environment& m_environment;
    const time::Timeline& m_timeline;
    Random m_random;
    bool m_frozen = false;
    std::vector<class Sense*> m_senses;
};

// One thing that freezes with its Senses.
class Sense {
public:
    Sense(const Sense&) = delete;
    Sense& operator=(const Sense&) = delete;

protected:
    explicit Sense(Senses& senses);
    ~Sense();
    Senses& senses() const { return m_senses; }

private:
    friend class Senses;
    virtual void freezeAt(time::VirtualTime when) = 0;
    virtual void thaw() = 0;
    Senses& m_senses;
};

}  // namespace coroboard::environment
