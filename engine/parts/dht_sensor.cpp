// SPDX-License-Identifier: MIT
#include "parts/dht_sensor.h"

#include <numeric>

#include "parts/quantity_control.h"

namespace coroboard::parts {

namespace {

using namespace std::chrono_literals;

constexpr double transistorOhms = 50;
constexpr time::Duration timeConstant = 5s;
constexpr time::Duration beforeAnswer = 30us;
constexpr time::Duration greeting = 80us;
constexpr time::Duration bitLow = 50us;
constexpr time::Duration zeroHigh = 26us;
constexpr time::Duration oneHigh = 70us;

}  // namespace

DhtSensor::DhtSensor(const PartModel& model, const PartContext& context, const DhtKind& kind)
    : Part(model, context),
      m_kind(kind),
      m_celsius(context.senses, quantity::temperature, {.timeConstant = timeConstant, .noise = kind.temperatureNoise}),
      m_humidity(context.senses, quantity::humidity, {.timeConstant = timeConstant, .noise = kind.humidityNoise}),
      m_pull(context.wire("data")),
      m_driver(context.wire("data")),
      m_listener(context.wire("data"), peripherals::WireListener::Hears::Changes, [this](const auto& event) { hear(event); })
{
    m_pull.drive(context.supplyMillivolts, context.number("pull-up resistor"));
}

double DhtSensor::actual(const ControlDescription& control) const
{
    return control.id == quantity::temperature ? m_celsius.element(now()) : m_humidity.element(now());
}

std::optional<double> DhtSensor::lastRead(const ControlDescription& control) const
{
    if (!m_wasRead)
        return std::nullopt;
    return control.id == quantity::temperature ? m_kind.celsius(m_bytes) : m_kind.humidity(m_bytes);
}

void DhtSensor::show(PartView& view) const
{
    view.values.push_back({"temperature", m_celsius.element(now())});
    view.values.push_back({"humidity", m_humidity.element(now())});
}

void DhtSensor::hear(const peripherals::WireEvent& event)
{
    if (event.kind != peripherals::WireEvent::Kind::Edge || event.when < m_busyUntil)
        return;
    if (!event.level) {
        m_lowSince = event.when;
        return;
    }
    const bool asked = m_lowSince && event.when - *m_lowSince >= m_kind.shortestRequest;
    m_lowSince.reset();
    if (!asked)
        return;
    measure();
    answer();
}

void DhtSensor::measure()
{
    if (m_measuredAt && now() - *m_measuredAt < m_kind.samplingPeriod)
        return;
    m_measuredAt = now();
    m_bytes = m_kind.encode(m_humidity.at(now()), m_celsius.at(now()));
}

void DhtSensor::answer()
{
    const auto sum = static_cast<std::uint8_t>(std::accumulate(m_bytes.begin(), m_bytes.end(), 0));
    peripherals::Flips flips;
    time::Duration at = beforeAnswer;
    const auto flipAfter = [&](time::Duration length) {
        flips.push_back(at);
        at += length;
    };
    flipAfter(greeting);
    flipAfter(greeting);
    for (int bit = 0; bit < 40; ++bit) {
        const std::uint8_t byte = bit < 32 ? m_bytes[static_cast<std::size_t>(bit / 8)] : sum;
        flipAfter(bitLow);
        flipAfter(byte >> (7 - bit % 8) & 1 ? oneHigh : zeroHigh);
    }
    flipAfter(bitLow);
    flipAfter({});
    m_busyUntil = now() + at;
    m_wasRead = true;
    // High is the resistor's doing: the sensor only pulls down.
    m_driver.play(peripherals::Burst::make(now(), true, std::move(flips)), {0, peripherals::openCircuit}, {0, transistorOhms});
}

}  // namespace coroboard::parts
