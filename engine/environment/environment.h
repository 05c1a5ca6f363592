// SPDX-License-Identifier: MIT
#pragma once
// Environment: the physical world around one board: quantities by name ("temperature" in °C, "light" in lux), each with the value somebody
// set. Parts follow a quantity with a lag and noise of their own (lag.h, noise.h). Owned by the Board; used from the loop's thread only.

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

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

class Environment {
public:
    // The quantity of that name; made with `initial` if nobody asked for it before.
    Quantity& quantity(std::string_view name, double initial);

    // Null if no part of this board knows such a quantity.
    Quantity* find(std::string_view name) const;

    // Sorted by name.
    std::vector<Quantity*> quantities() const;

private:
    std::map<std::string, std::unique_ptr<Quantity>, std::less<>> m_quantities;
};

}  // namespace coroboard::environment
