// SPDX-License-Identifier: MIT
#pragma once
// BoardWarmth: how warm the board itself is: the air's temperature and its own heat (board_heating), both followed with the time constant of a
// populated circuit board in still air, about two minutes. What a chip's internal temperature sensor sees. A pure function of time between
// two changes. Owned by the Environment; used from the loop's thread only.

#include "environment/environment.h"
#include "environment/lag.h"
#include "time/timeline.h"

namespace coroboard::environment {

class BoardWarmth {
public:
    static constexpr time::Duration timeConstant{120'000'000'000};

    BoardWarmth(Environment& environment, const time::Timeline& timeline);

    double celsius(time::VirtualTime when) const { return m_air.at(when) + m_heat.at(when); }

private:
    Lag m_air;
    Lag m_heat;
    Following m_followingAir;
    Following m_followingHeat;
};

}  // namespace coroboard::environment
