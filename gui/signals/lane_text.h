// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Lanes as text (JSON), to be remembered between runs. Reading is forgiving: what is not a lane is left out, numbers are brought into range.

#include <QByteArray>
#include <vector>

#include "signals/lane.h"

namespace coroboard::gui {

QByteArray lanesToText(const std::vector<Lane>& lanes);
std::vector<Lane> lanesFromText(const QByteArray& text);

}  // namespace coroboard::gui
