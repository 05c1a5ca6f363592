// SPDX-License-Identifier: MIT
#pragma once
// What accelerometers find out by themselves, from the changes of the acceleration instead of from samples, so that waiting costs no events:
//   MotionWatch    calls back whenever the board's acceleration takes another course
//   TapDetector    a short while above a threshold is a tap, a second one in time is a double tap (ADXL345 data sheet, "Tap detection";
//                  ST AN3308, "Click and double-click recognition")
//   HeldCondition  a condition that counts once it has lasted (free fall, inactivity)
// Owned by the part; used from the loop's thread only.

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "environment/environment.h"
#include "environment/pose.h"
#include "environment/quantities.h"
#include "time/alarm.h"
#include "time/timeline.h"

namespace coroboard::parts {

// A board that is turned to another angle swings there (pose.h): it is looked at every few milliseconds until it is there. Not followed: a spin
// that goes on.
class MotionWatch {
public:
    // `moved` answers whether anybody is interested: only then it is called on the way of a turn.
    MotionWatch(time::Timeline& timeline, environment::Environment& environment, std::function<bool()> moved)
        : m_timeline(timeline), m_moved(std::move(moved)), m_look(timeline, [this] { onTheWay(); })
    {
        using namespace environment::quantity;
        for (const auto name : {accelerationX, accelerationY, accelerationZ, gravity})
            m_followings.push_back(std::make_unique<environment::Following>(environment.quantity(name), [this](double) { m_moved(); }));
        for (const auto name : {roll, pitch, yaw})
            m_followings.push_back(std::make_unique<environment::Following>(environment.quantity(name), [this](double) { turned(); }));
    }

private:
    void turned()
    {
        m_turnsUntil = m_timeline.now() + environment::Pose::turnTime * 8;
        onTheWay();
    }
    void onTheWay()
    {
        if (m_moved() && m_timeline.now() < m_turnsUntil)
            m_look.setAfter(time::Duration{5'000'000});
    }

    time::Timeline& m_timeline;
    std::function<bool()> m_moved;
    time::VirtualTime m_turnsUntil{};
    time::Alarm m_look;
    std::vector<std::unique_ptr<environment::Following>> m_followings;
};

class TapDetector {
public:
    struct Timing {
        time::Duration longest{};  // a tap is over by then
        time::Duration latency{};  // after a tap nothing counts
        time::Duration window{};   // after that a second one makes two
    };
    struct Taps {
        bool single = false;
        bool twice = false;
    };

    // Whether the acceleration is above the threshold from now on. What that ended.
    Taps update(bool above, time::VirtualTime now, const Timing& timing)
    {
        if (above == m_above)
            return {};
        m_above = above;
        if (above) {
            m_since = now;
            return {};
        }
        if (!m_since || now - *m_since > timing.longest)
            return {};
        const bool second = m_first && *m_since - *m_first >= timing.latency && *m_since - *m_first <= timing.latency + timing.window;
        m_first = second ? std::nullopt : std::optional(now);
        return {true, second};
    }
    // It begins now; what is above the threshold already is no tap.
    void reset(bool above)
    {
        *this = {};
        m_above = above;
    }

private:
    bool m_above = false;
    std::optional<time::VirtualTime> m_since;
    std::optional<time::VirtualTime> m_first;  // when a tap ended that may have a second
};

class HeldCondition {
public:
    // Whether it holds from now on. When it will have lasted `long enough`, if it holds and nobody was told yet.
    std::optional<time::VirtualTime> update(bool holds, time::VirtualTime now, time::Duration longEnough)
    {
        if (!holds) {
            m_since.reset();
            m_told = false;
            return std::nullopt;
        }
        if (!m_since)
            m_since = now;
        return m_told ? std::nullopt : std::optional(std::max(now, *m_since + longEnough));
    }
    bool holds() const { return m_since.has_value(); }
    // It has lasted long enough.
    void tell() { m_told = true; }

private:
    std::optional<time::VirtualTime> m_since;
    bool m_told = false;
};

}  // namespace coroboard::parts
