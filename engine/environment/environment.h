// SPDX-License-Identifier: MIT
#pragma once
// Environment: the physical world around one board: quantities by name ("temperature" in °C, "light" in lux), each with the value somebody
// set (quantities.h names them, with units and ranges). Parts sense them with a lag and noise of their own (sensed_quantity.h), the board's
// motion through one Pose, its way through one Position. Owned by the Board; used from the loop's thread only.

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "time/timeline.h"

namespace coroboard::environment {

class Quantity {
public:
    Quantity(std::string name, double value) : m_name(std::move(name)), m_value(value) {}
    Quantity(const Quantity&) = delete;
    Quantity& operator=(const Quantity&) = delete;

    const std::string& name() const { return m_name; }
    double value() const { return m_value; }
    // Everyone who follows hears of it before this returns, in the order they began to follow.
    void set(double value);

private:
    friend class Following;
    std::string m_name;
    double m_value;
    std::vector<class Following*> m_followers;
};

// Calls back whenever the quantity is set, as long as it lives.
class Following {
public:
    using Callback = std::function<void(double value)>;

    Following(Quantity& quantity, Callback callback);
    ~Following();
    Following(const Following&) = delete;
    Following& operator=(const Following&) = delete;

    Quantity& quantity() const { return m_quantity; }

private:
    friend class Quantity;
    Quantity& m_quantity;
    Callback m_callback;
};

class Pose;
class Position;
class BoardWarmth;

class Environment {
public:
    // The timeline outlives the environment.
    explicit Environment(const time::Timeline& timeline);
    ~Environment();
    Environment(const Environment&) = delete;
    Environment& operator=(const Environment&) = delete;

    // The quantity of that name; made with `initial` if nobody asked for it before.
    Quantity& quantity(std::string_view name, double initial);
    // One that quantities.h describes, made with its initial value.
    Quantity& quantity(std::string_view name);

    // Null if no part of this board knows such a quantity.
    Quantity* find(std::string_view name) const;

    // Sorted by name.
    std::vector<Quantity*> quantities() const;

    // What the quantities make together; each is made, with its quantities, when first asked for.
    Pose& pose();
    Position& position();
    const BoardWarmth& board();

private:
    void climb(double metres);

    const time::Timeline& m_timeline;
    std::map<std::string, std::unique_ptr<Quantity>, std::less<>> m_quantities;
    std::unique_ptr<Following> m_climbing;
    double m_altitude = 0;
    std::unique_ptr<Pose> m_pose;
    std::unique_ptr<Position> m_position;
    std::unique_ptr<BoardWarmth> m_board;
};

}  // namespace coroboard::environment
