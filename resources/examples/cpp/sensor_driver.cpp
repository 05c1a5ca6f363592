// SPDX-License-Identifier: MIT
// A driver as one writes it for a real sensor: start a conversion, poll the status register until it is done, read the data
// register, and give up after a timeout. The sensor is a coroutine too: it behaves like its data sheet, conversion time included,
// and once in a while it hangs. Both share a bus, so a lock lets one of them at a time use it.
//
// Expected output:
//     21.5 °C at 12 ms
//     22.0 °C at 22 ms
//     no answer within 20 ms, resetting the sensor
//     22.5 °C at 52 ms

#include <fmt/core.h>

#include <vector>

#include "base/units.h"
#include "time/event.h"
#include "time/lock.h"
#include "time/timeline.h"
#include "time/with_timeout.h"

using namespace coroboard;
using namespace coroboard::time;
using namespace std::chrono_literals;

// A device sees a Timeline, never the loop. Its own task belongs to the timeline and ends with the device.
class FakeSensor {
public:
    explicit FakeSensor(EventLoop& loop) : m_time(loop, "sensor") { m_time.spawn(run(), "sensor conversions"); }

    void startConversion()
    {
        m_isDone = false;
        m_start.set();
    }
    bool isDone() const { return m_isDone; }
    Celsius temperature() const { return m_temperature; }
    void reset() { m_reset.notify(); }

private:
    Task<void> run()
    {
        for (int conversion = 1;; ++conversion) {
            co_await m_start.wait();
            m_start.clear();
            if (conversion == 3) {
                co_await m_reset.wait();  // it hangs
                continue;
            }
            co_await m_time.delay(9ms);
            m_temperature = m_temperature + Celsius(0.5);
            m_isDone = true;
        }
    }

    bool m_isDone = false;
    Celsius m_temperature{21.0};
    Event m_start{"start of conversion"};
    Signal m_reset{"reset of the sensor"};
    Timeline m_time;  // last: its tasks go before what they use
};

class Driver {
public:
    Driver(Timeline& time, FakeSensor& sensor) : m_time(time), m_sensor(sensor) {}

    // One conversion. Straight code: every wait is an await, and the locals stay as they are.
    Task<Celsius> read()
    {
        auto bus = co_await m_bus.acquire();  // released when this function ends, by whatever way
        m_sensor.startConversion();
        while (!m_sensor.isDone())
            co_await m_time.delay(2ms);
        co_return m_sensor.temperature();
    }

private:
    Timeline& m_time;
    FakeSensor& m_sensor;
    Lock m_bus{"bus"};
};

Task<void> report(Timeline& time, FakeSensor& sensor, Driver& driver, std::vector<double>& seen)
{
    co_await time.delay(2ms);
    while (seen.size() < 3) {
        // When the time is up read() is cancelled: its locals are destroyed, and so the bus is free again.
        const auto celsius = co_await withTimeout(driver.read(), 20ms);
        if (!celsius) {
            fmt::print("no answer within {} ms, resetting the sensor\n", celsius.error().after / 1ms);
            sensor.reset();
            continue;
        }
        fmt::print("{:.1f} {} at {} ms\n", celsius->value(), Celsius::symbol(), time.now().time_since_epoch() / 1ms);
        seen.push_back(celsius->value());
    }
}

int main()
{
    EventLoop loop;
    FakeSensor sensor(loop);
    std::vector<double> seen;
    Timeline firmware(loop, "firmware", TaskKind::task);
    Driver driver(firmware, sensor);
    Spawned<void> reporting = loop.spawn(report(firmware, sensor, driver, seen), "report");

    loop.runUntil(powerOn + 1s);
    return reporting.isDone() && seen == std::vector<double>{21.5, 22.0, 22.5} ? 0 : 1;
}
