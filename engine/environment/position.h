// SPDX-License-Identifier: MIT
#pragma once
// Position: where on Earth the board is. It follows latitude, longitude, altitude, speed and course (quantities.h); with a speed it moves
// along its course, in the plane through the place it was last put, on a sphere of 6371.0088 km (IUGG mean radius). A pure function of
// time between two changes. Owned by the Environment; used from the loop's thread only.

#include <memory>
#include <vector>

#include "environment/environment.h"
#include "time/timeline.h"

namespace coroboard::environment {

struct Place {
    double latitude = 0;   // degrees, north positive
    double longitude = 0;  // degrees, east positive
    double altitude = 0;   // metres
};

class Position {
public:
    Position(Environment& environment, const time::Timeline& timeline);

    Place at(time::VirtualTime when) const;
    double speed() const;   // km/h
    double course() const;  // degrees clockwise from north

private:
    double now(std::string_view name) const;
    void moved();
    void depart();

    Environment& m_environment;
    const time::Timeline& m_timeline;
    double m_latitude = 0;  // at m_since
    double m_longitude = 0;
    double m_northPerSecond = 0;  // degrees
    double m_eastPerSecond = 0;
    time::VirtualTime m_since{};
    std::vector<std::unique_ptr<Following>> m_followings;
};

}  // namespace coroboard::environment
