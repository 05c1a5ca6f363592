// SPDX-License-Identifier: MIT
// GPS receiver (u-blox NEO-6M; NMEA 0183 as in u-blox 6 Receiver Description, GPS.G6-SW-10018): once a second it says where it is on its
// `tx` pin, 9600 baud, as RMC, VTG, GGA, GSA, GSV and GLL sentences. Before its first fix, or without satellites, the sentences say so.

#include <cmath>
#include <string>

#include <fmt/format.h>

#include "environment/noise.h"
#include "environment/position.h"
#include "parts/calendar.h"
#include "parts/part_model.h"
#include "parts/quantity_control.h"
#include "peripherals/rtc.h"
#include "peripherals/serial_line.h"
#include "time/task.h"

namespace coroboard::parts {

namespace {

using namespace std::chrono_literals;

constexpr double outputOhms = 50;
constexpr double knotsPerKmh = 1 / 1.852;

// ddmm.mmmmm and the hemisphere.
std::string angle(double degrees, int width, const char* positive, const char* negative)
{
    const double size = std::fabs(degrees);
    auto whole = static_cast<int>(size);
    auto minutes = std::llround((size - whole) * 60 * 1e5);
    if (minutes >= 6'000'000) {
        minutes -= 6'000'000;
        ++whole;
    }
    return fmt::format("{:0{}}{:02}.{:05},{}", whole, width, minutes / 100'000, minutes % 100'000, degrees < 0 ? negative : positive);
}

// "$" before, "*" and the exclusive or of what is between after it.
std::string sentence(const std::string& body)
{
    unsigned sum = 0;
    for (const char letter : body)
        sum ^= static_cast<unsigned char>(letter);
    return fmt::format("${}*{:02X}\r\n", body, sum);
}

class Gps final : public Part {
public:
    Gps(const PartModel& model, const PartContext& context)
        : Part(model, context),
          m_time(context.timeline),
          m_position(context.environment.position()),
          m_start(static_cast<std::int64_t>(context.number("time at power-on"))),
          m_firstFix(static_cast<std::int64_t>(context.number("time to first fix") * 1e9)),
          m_noise(context.random.seed(), 1s),
          m_noiseMetres(context.number("noise")),
          m_sender(context.timeline, context.wire("tx"), {.baud = std::stod(context.word("baud"))}, context.supplyMillivolts, outputOhms)
    {
        m_time.spawn(report(), id() + " report");
    }

protected:
    void show(PartView& view) const override
    {
        view.values.push_back({"fix", hasFix() ? 1.0 : 0.0});
        view.values.push_back({"satellites", control("satellites")});
    }

private:
    bool hasFix() const { return now() - time::powerOn >= m_firstFix && control("satellites") >= 3; }

    time::Task<void> report()
    {
        for (;;) {
            co_await m_time.delay(1s);
            const std::string text = sentences();
            m_sender.send({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
        }
    }

    std::string sentences() const
    {
        const DateTime date = dateTimeOf(m_start + (now() - time::powerOn) / 1s);
        const std::string clock = fmt::format("{:02}{:02}{:02}.00", date.hour, date.minute, date.second);
        const std::string day = fmt::format("{:02}{:02}{:02}", date.day, date.month, date.year % 100);
        const int satellites = static_cast<int>(control("satellites"));
        if (!hasFix())
            return sentence("GPRMC," + clock + ",V,,,,,,," + day + ",,,N") + sentence("GPVTG,,,,,,,,,N") +
                   sentence("GPGGA," + clock + ",,,,,0,00,99.99,,,,,,") + sentence("GPGSA,A,1,,,,,,,,,,,,,99.99,99.99,99.99") +
                   view(satellites) + sentence("GPGLL,,,,," + clock + ",V,N");
        const auto place = m_position.at(now());
        const double wobble = m_noise.at(now()) * m_noiseMetres / 111'320;
        const std::string where = angle(place.latitude + wobble, 2, "N", "S") + "," + angle(place.longitude + wobble, 3, "E", "W");
        const double knots = m_position.speed() * knotsPerKmh;
        const std::string course = knots > 0.5 ? fmt::format("{:.2f}", m_position.course()) : "";
        return sentence(fmt::format("GPRMC,{},A,{},{:.3f},{},{},,,A", clock, where, knots, course, day)) +
               sentence(fmt::format("GPVTG,{},T,,M,{:.3f},N,{:.3f},K,A", course, knots, m_position.speed())) +
               sentence(fmt::format("GPGGA,{},{},1,{:02},1.20,{:.1f},M,45.0,M,,", clock, where, satellites, place.altitude)) +
               sentence("GPGSA,A,3," + used(satellites) + ",2.10,1.20,1.70") + view(satellites) +
               sentence(fmt::format("GPGLL,{},{},A,A", where, clock));
    }

    // Twelve places for the satellites in use.
    static std::string used(int satellites)
    {
        std::string list;
        for (int i = 0; i < 12; ++i)
            list += (i ? "," : "") + (i < satellites ? fmt::format("{:02}", numberOf(i)) : std::string());
        return list;
    }

    // Which satellites it sees and where, four a sentence.
    static std::string view(int satellites)
    {
        const int count = std::max(1, (satellites + 3) / 4);
        std::string all;
        for (int part = 0; part < count; ++part) {
            std::string body = fmt::format("GPGSV,{},{},{:02}", count, part + 1, satellites);
            for (int i = part * 4; i < std::min(satellites, part * 4 + 4); ++i)
                body += fmt::format(",{:02},{:02},{:03},{:02}", numberOf(i), 20 + i * 5, i * 30 % 360, 44 - i);
            all += sentence(body);
        }
        return all;
    }
    static int numberOf(int index) { return 2 + index * 5 % 31; }

    time::Timeline& m_time;
    const environment::Position& m_position;
    std::int64_t m_start;
    time::Duration m_firstFix;
    environment::Noise m_noise;
    double m_noiseMetres;
    peripherals::SerialSender m_sender;
};

}  // namespace

PartModel gpsModel()
{
    PartModel model;
    model.description = {
        .model = "gps",
        .title = "GPS receiver (NEO-6M)",
        .source = "u-blox 6 Receiver Description GPS.G6-SW-10018",
        .pins = {{"tx", "Serial output", PinRole::Output}, {"rx", "Serial input", PinRole::Load, "NC"}},
        .controls = {quantityControl(quantity::latitude), quantityControl(quantity::longitude), quantityControl(quantity::altitude),
                     quantityControl(quantity::speed), quantityControl(quantity::course),
                     {.id = "satellites",
                      .label = "Satellites in view",
                      .quantity = "",
                      .unit = "",
                      .minimum = 0,
                      .maximum = 12,
                      .step = 1,
                      .initial = 8}},
        .notModelled = {"what is sent to it: UBX and PUBX commands", "the pulse per second", "where each satellite really is"},
    };
    model.numbers = {{"time at power-on", "Time at power-on", "s since 1970", 946'684'800, 4'102'444'799, peripherals::Rtc::secondsAtPowerOn},
                     {"time to first fix", "Time to first fix", "s", 0, 600, 2},
                     {"noise", "Noise", "m", 0, 100, 1.5}};
    model.words = {{"baud", "Baud rate", "9600", WordParameter::Kind::Choice, {"4800", "9600", "38400", "115200"}}};
    model.width = 26;
    model.height = 36;
    model.make = [](const PartModel& self, const PartContext& context) -> std::unique_ptr<Part> {
        return std::make_unique<Gps>(self, context);
    };
    return model;
}

}  // namespace coroboard::parts
