// SPDX-License-Identifier: MIT
#include "environment/senses.h"

#include <algorithm>
#include <utility>

namespace coroboard::environment {

Sense::Sense(Senses& senses) : m_senses(senses)
{
    m_senses.m_senses.push_back(this);
}

Sense::~Sense()
{
    auto& all = m_senses.m_senses;
    all.erase(std::find(all.begin(), all.end(), this));
}

void Senses::freeze()
{
    if (std::exchange(m_frozen, true))
        return;
    for (Sense* sense : m_senses)
        sense->freezeAt(m_timeline.now());
}

void Senses::thaw()
{
    if (!std::exchange(m_frozen, false))
        return;
    for (Sense* sense : m_senses)
        sense->thaw();
}

}  // namespace coroboard::environment
