// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The margins of the code editor and the marks in them, by Scintilla's numbers. A higher mark is drawn above a lower one.

namespace coroboard::gui {

inline constexpr int numberMargin = 0;
inline constexpr int symbolMargin = 1;
inline constexpr int gapMargin = 2;

enum Marker { SuspendedArrow = 1, ErrorSign = 2, ErrorGround = 3, FlashGround = 4, Breakpoint = 5, BreakpointCondition = 6, StopArrow = 7 };

}  // namespace coroboard::gui
