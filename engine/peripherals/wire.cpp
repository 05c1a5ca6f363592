// SPDX-License-Identifier: MIT
#include "peripherals/wire.h"

#include <algorithm>
#include <utility>

#include "base/ensure.h"

namespace coroboard::peripherals {

namespace {

using namespace std::chrono_literals;

// Sources stronger than this that disagree by more than that are a short circuit.
constexpr double strongOhms = 500;
constexpr double disagreement = 1000;

// How often a moving voltage is looked at for its edges while somebody listens for them and it has not settled.
constexpr time::Duration lookingInterval = 1ms;

// One phase of a wire: sources in parallel, and whether strong ones among them fight.
class Junction : public Parallel {
public:
    void add(const Thevenin& source)
    {
        Parallel::add(source);
        if (source.ohms > strongOhms)
            return;
        if (!m_strong)
            m_lowest = m_highest = source.millivolts;
        m_strong = true;
        m_lowest = std::min(m_lowest, source.millivolts);
        m_highest = std::max(m_highest, source.millivolts);
    }
    bool contention() const { return m_highest - m_lowest > disagreement; }

private:
    double m_lowest = 0;
    double m_highest = 0;
    bool m_strong = false;
};

}  // namespace

WireDriver::WireDriver(Wire& wire) : m_wire(wire)
{
    wire.m_drivers.push_back(this);
}

WireDriver::~WireDriver()
{
    release();
    m_wire.m_drivers.erase(std::find(m_wire.m_drivers.begin(), m_wire.m_drivers.end(), this));
}

void WireDriver::release()
{
    drive(0, openCircuit);
}

void WireDriver::drive(double millivolts, double ohms)
{
    ENSURE(ohms > 0, "a source on a wire has some resistance");
    if (!m_source && !m_signal && !m_burst && m_steady.millivolts == millivolts && m_steady.ohms == ohms)
        return;
    m_source = nullptr;
    m_signal.reset();
    m_burst.reset();
    m_steady = {millivolts, ohms};
    m_wire.driversChanged();
}

void WireDriver::play(const DutySignal& signal, double millivolts, double ohms)
{
    play(signal, {millivolts, ohms}, {0, ohms});
}

void WireDriver::play(const DutySignal& signal, Thevenin high, Thevenin low)
{
    ENSURE(high.ohms > 0 && low.ohms > 0, "a source on a wire has some resistance");
    ENSURE(signal.frequency > 0 && signal.duty > 0 && signal.duty < 1, "a PWM signal has two phases");
    m_source = nullptr;
    m_burst.reset();
    m_signal = signal;
    m_steady = high;
    m_low = low;
    m_wire.driversChanged();
}

void WireDriver::play(std::shared_ptr<const Burst> burst, Thevenin high, Thevenin low)
{
    ENSURE(high.ohms > 0 && low.ohms > 0, "a source on a wire has some resistance");
    m_source = nullptr;
    m_signal.reset();
    m_burst = std::move(burst);
    m_steady = high;
    m_low = low;
    m_wire.driversChanged();
}

void WireDriver::follow(const AnalogSource& source)
{
    m_signal.reset();
    m_burst.reset();
    m_source = &source;
    m_wire.driversChanged();
}

void WireDriver::changed()
{
    if (m_source)
        m_wire.driversChanged();
}

WireListener::WireListener(Wire& wire, Hears hears, Callback callback)
    : m_wire(wire),
      m_hears(hears),
      m_callback(std::make_shared<const Callback>(std::move(callback))),
      m_since(wire.m_eventNumber)
{
    m_wire.m_listeners.push_back(this);
    if (m_wire.m_shape.described())
        m_wire.m_level = m_wire.level();
    m_wire.scheduleEdges();
}

WireListener::~WireListener()
{
    auto& listeners = m_wire.m_listeners;
    const auto place = std::find(listeners.begin(), listeners.end(), this);
    if (m_wire.m_delivering) {
        *place = nullptr;
    } else {
        listeners.erase(place);
    }
    m_wire.scheduleEdges();
}

WireProbe::WireProbe(Wire& wire, Callback callback) : m_wire(wire), m_callback(std::move(callback))
{
    wire.m_probes.push_back(this);
}

WireProbe::~WireProbe()
{
    m_wire.m_probes.erase(std::find(m_wire.m_probes.begin(), m_wire.m_probes.end(), this));
}

Wire::Wire(time::Timeline& timeline, std::string name, double supplyMillivolts)
    : m_timeline(timeline),
      m_name(std::move(name)),
      m_supply(supplyMillivolts),
      m_delivery(timeline, [this] { deliver(); }),
      m_edgeProducer(timeline, [this] { produceEdge(); })
{}

Wire::~Wire()
{
    ENSURE(m_drivers.empty() && m_listeners.empty() && m_probes.empty(), "a wire outlives what is connected to it");
}

double Wire::Shape::millivolts(time::VirtualTime when) const
{
    if (signal)
        return signal->levelAt(when) ? high : low;
    return !burst || burst->levelAt(when) ? high : low;
}

std::optional<time::VirtualTime> Wire::Shape::nextEdge(time::VirtualTime when) const
{
    if (signal)
        return signal->edgeAfter(when).when;
    const auto edge = burst ? burst->edgeAfter(when) : std::nullopt;
    return edge ? std::optional(edge->when) : std::nullopt;
}

Wire::Shape Wire::resolve(time::VirtualTime when) const
{
    Shape shape;
    Junction high;
    Junction low;
    const WireDriver* described = nullptr;
    for (const WireDriver* driver : m_drivers) {
        const Thevenin source = driver->m_source ? driver->m_source->output(when) : driver->m_steady;
        shape.followed |= driver->m_source != nullptr;
        shape.moving |= driver->m_source && when < driver->m_source->settled();
        // A burst that is over is a steady level.
        const bool over = driver->m_burst && when >= driver->m_burst->end() && when > driver->m_burst->start();
        if (over || (!driver->m_signal && !driver->m_burst)) {
            const Thevenin& rest = over && !driver->m_burst->lastLevel() ? driver->m_low : source;
            high.add(rest);
            low.add(rest);
            continue;
        }
        high.add(source);
        low.add(driver->m_low);
        shape.contention |= described && (driver->m_burst || described->m_signal != driver->m_signal);
        if (!described)
            described = driver;
    }
    shape.floating = high.floating();
    shape.contention |= high.contention() || low.contention();
    shape.high = high.millivolts();
    shape.low = low.millivolts();
    if (!described)
        return shape;
    if (isHigh(shape.high) != isHigh(shape.low)) {
        shape.signal = described->m_signal;
        shape.burst = described->m_burst;
    } else if (const auto& signal = described->m_signal) {
        shape.high = shape.low = shape.high * signal->duty + shape.low * (1 - signal->duty);
    }
    return shape;
}

Wire::Shape Wire::shapeNow() const
{
    return m_shape.followed ? resolve(m_timeline.now()) : m_shape;
}

double Wire::millivolts() const
{
    return shapeNow().millivolts(m_timeline.now());
}

bool Wire::level() const
{
    return isHigh(millivolts());
}

Thevenin Wire::without(const WireDriver& driver) const
{
    const auto now = m_timeline.now();
    Parallel others;
    for (const WireDriver* each : m_drivers) {
        if (each == &driver)
            continue;
        const bool isLow = (each->m_signal && !each->m_signal->levelAt(now)) || (each->m_burst && !each->m_burst->levelAt(now));
        others.add(isLow ? each->m_low : each->m_source ? each->m_source->output(now) : each->m_steady);
    }
    return others.source();
}

Wire::Phases Wire::phases() const
{
    const Shape shape = shapeNow();
    return {shape.high, shape.low, shape.signal ? shape.signal->duty : 1};
}

double Wire::averageMillivolts() const
{
    const Phases now = phases();
    return now.highMillivolts * now.highShare + now.lowMillivolts * (1 - now.highShare);
}

double Wire::highShare() const
{
    if (m_shape.signal)
        return m_shape.signal->duty;
    return level() ? 1 : 0;
}

std::optional<time::VirtualTime> Wire::lastEdge() const
{
    const auto now = m_timeline.now();
    std::optional<time::VirtualTime> last = m_lastEdge;
    const auto consider = [&](const Burst& burst, time::VirtualTime until) {
        if (const auto edge = burst.edgeBefore(until))
            last = last ? std::max(*last, edge->when) : edge->when;
    };
    if (m_earlierBurst)
        consider(*m_earlierBurst, m_earlierBurstEnd);
    if (m_shape.burst)
        consider(*m_shape.burst, now);
    if (m_shape.signal)
        last = std::max(last.value_or(time::powerOn), m_shape.signal->edgeBefore(now).when);
    return last;
}

void Wire::noteSample(double millivolts)
{
    m_lastSample = Sample{millivolts, m_timeline.now()};
    WireEvent event = eventNow(WireEvent::Kind::Sample);
    event.millivolts = millivolts;
    announce(event);
}

WireEvent Wire::eventNow(WireEvent::Kind kind) const
{
    return {kind,
            m_timeline.now(),
            m_level,
            m_shape.floating,
            m_shape.contention,
            m_shape.millivolts(m_timeline.now()),
            m_shape.signal,
            m_shape.burst};
}

void Wire::driversChanged()
{
    const auto now = m_timeline.now();
    const Shape before = std::exchange(m_shape, resolve(now));
    const bool levelIsFollowed = !before.described() || m_edgeProducer.isSet();
    const bool levelBefore = levelIsFollowed ? m_level : isHigh(before.millivolts(now));
    if (before.signal)
        m_lastEdge = before.signal->edgeBefore(now).when;
    if (before.burst && before.burst != m_shape.burst) {
        m_earlierBurst = before.burst;
        m_earlierBurstEnd = now;
    }
    m_level = isHigh(m_shape.millivolts(now));
    const bool flipped = m_level != levelBefore;
    if (flipped)
        m_lastEdge = now;

    const bool burstBegins = m_shape.burst && before.burst != m_shape.burst;
    const bool signalChanged = before.signal != m_shape.signal;
    const bool voltageChanged = before.high != m_shape.high || before.floating != m_shape.floating ||
                                before.contention != m_shape.contention || m_shape.followed;
    if (signalChanged)
        announce(eventNow(WireEvent::Kind::Duty));
    if (burstBegins) {
        announce(eventNow(WireEvent::Kind::Burst));
        if (flipped)
            post(eventNow(WireEvent::Kind::Edge), Posted::To::EdgeListeners);
    } else if (flipped) {
        announce(eventNow(WireEvent::Kind::Edge));
    } else if (!signalChanged && voltageChanged) {
        announce(eventNow(WireEvent::Kind::Voltage));
    }
    scheduleEdges();
}

void Wire::announce(const WireEvent& event)
{
    ENSURE(!m_announcing, "a probe only looks");
    m_announcing = true;
    for (const WireProbe* probe : m_probes)
        probe->m_callback(event);
    m_announcing = false;
    if (event.kind != WireEvent::Kind::Sample)
        post(event, Posted::To::All);
}

void Wire::post(const WireEvent& event, Posted::To to)
{
    if (m_listeners.empty())
        return;
    m_posted.push_back({++m_eventNumber, to, event});
    if (!m_delivery.isSet())
        m_delivery.setAt(m_timeline.now());
}

void Wire::deliver()
{
    m_delivering = true;
    const std::vector<Posted> batch = std::exchange(m_posted, {});
    for (const Posted& posted : batch) {
        for (std::size_t i = 0; i < m_listeners.size(); ++i) {
            const WireListener* listener = m_listeners[i];
            if (!listener || posted.number <= listener->m_since)
                continue;
            const bool isEdge = posted.event.kind == WireEvent::Kind::Edge;
            const bool heard = listener->m_hears == WireListener::Hears::Edges ? isEdge : posted.to == Posted::To::All;
            if (!heard)
                continue;
            const auto callback = listener->m_callback;  // the listener may be destroyed by its own callback
            (*callback)(posted.event);
        }
    }
    m_delivering = false;
    m_listeners.erase(std::remove(m_listeners.begin(), m_listeners.end(), nullptr), m_listeners.end());
}

void Wire::scheduleEdges()
{
    const bool heard = std::any_of(m_listeners.begin(), m_listeners.end(), [](const WireListener* listener) {
        return listener && listener->m_hears == WireListener::Hears::Edges;
    });
    const auto next = heard ? m_shape.nextEdge(m_timeline.now()) : std::nullopt;
    if (next) {
        m_edgeProducer.setAt(*next);
    } else if (heard && m_shape.moving) {
        m_edgeProducer.setAt(m_timeline.now() + lookingInterval);
    } else {
        m_edgeProducer.cancel();
    }
}

void Wire::produceEdge()
{
    const auto now = m_timeline.now();
    if (!m_shape.described())
        m_shape = resolve(now);
    const bool levelBefore = std::exchange(m_level, isHigh(m_shape.millivolts(now)));
    if (m_shape.described()) {
        post(eventNow(WireEvent::Kind::Edge), Posted::To::EdgeListeners);
    } else if (m_level != levelBefore) {
        m_lastEdge = now;
        announce(eventNow(WireEvent::Kind::Edge));
    }
    scheduleEdges();
}

}  // namespace coroboard::peripherals
