// SPDX-License-Identifier: MIT
#include "environment/board_warmth.h"

#include "environment/quantities.h"

namespace coroboard::environment {

BoardWarmth::BoardWarmth(Environment& environment, const time::Timeline& timeline)
    : m_air(environment.quantity(quantity::temperature).value()),
      m_heat(environment.quantity(quantity::boardHeating).value()),
      m_followingAir(environment.quantity(quantity::temperature),
                     [this, &timeline](double celsius) { m_air.follow(celsius, timeConstant, timeline.now()); }),
      m_followingHeat(environment.quantity(quantity::boardHeating),
                      [this, &timeline](double celsius) { m_heat.follow(celsius, timeConstant, timeline.now()); })
{}

}  // namespace coroboard::environment
