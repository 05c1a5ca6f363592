// SPDX-License-Identifier: MIT
#pragma once
// Stimuli: which quantities and controls of one board move by themselves, one stimulus each. A target is the name of a quantity that some part
// senses ("temperature"), or PART.CONTROL; a control bound to a quantity means that quantity. Owned by the Board; used from the loop's thread
// only. A new stimulus takes the place of the one before; a hand on the control ends it.

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/random.h"
#include "base/result.h"
#include "environment/gesture.h"
#include "environment/stimulus_player.h"

namespace coroboard::parts {
class Part;
struct ControlDescription;
}  // namespace coroboard::parts

namespace coroboard::board {

class Board;

class Stimuli {
public:
    Stimuli(Board& board, time::EventLoop& loop, Random random);
    ~Stimuli();

    // Refused with a message for the user: an unknown target, values out of its range or not finite, a period too short.
    Result<void> check(std::string_view target, const environment::Stimulus& stimulus) const;
    Result<void> check(environment::Gesture gesture) const;
    Result<void> checkTarget(std::string_view target) const;

    // Preconditions: checked.
    void play(std::string_view target, const environment::Stimulus& stimulus);
    void perform(environment::Gesture gesture);
    // What is driven stays where it is. Nothing if it is not driven.
    void clear(std::string_view target);
    void clearAll() { m_players.clear(); }
    void handOn(const parts::Part& part, std::string_view control);

    std::vector<environment::Driven> running() const;  // sorted by target

private:
    struct Target;
    Result<Target> find(std::string_view name) const;
    Target quantityTarget(std::string name) const;

    Board& m_board;
    time::EventLoop& m_loop;
    Random m_random;
    std::map<std::string, std::unique_ptr<environment::StimulusPlayer>, std::less<>> m_players;
};

}  // namespace coroboard::board
