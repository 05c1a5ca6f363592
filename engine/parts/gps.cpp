// SPDX-License-Identifier: MIT
// GPS receiver (u-blox NEO-6M; NMEA 0183 as in u-blox 6 Receiver Description, GPS.G6-SW-10018): once a second it says where it is on its
// `tx` pin, 9600 baud, as RMC, VTG, GGA, GSA, GSV and GLL sentences. Before its first fix, or without satellites, the sentences say so. On its
// `rx` pin it takes settings: which sentences how often (CFG-MSG, PUBX,40), its rate (CFG-RATE), its speed (CFG-PRT, PUBX,41), and polls.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "environment/noise.h"
#include "environment/position.h"
#include "parts/calendar.h"
#include "parts/part_model.h"
#include "parts/quantity_control.h"
#include "parts/ublox_protocol.h"
#include "peripherals/rtc.h"
#include "peripherals/serial_line.h"
#include "time/alarm.h"
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

// What can be switched on and off, in the order in which it is sent; its number in the group F0 of CFG-MSG.
struct Sentence {
    std::string_view name;
    std::uint8_t id = 0;
};
constexpr std::array sentences = {Sentence{"RMC", 4}, Sentence{"VTG", 5}, Sentence{"GGA", 0}, Sentence{"GSA", 2}, Sentence{"GSV", 3}, Sentence{"GLL", 1}};

constexpr std::uint8_t acknowledgeGroup = 0x05, configurationGroup = 0x06, standardSentences = 0xf0;
enum Configuration : std::uint8_t { Port = 0x00, MessageRate = 0x01, Reset = 0x04, Rate = 0x08, Save = 0x09, Navigation = 0x24 };
constexpr std::uint8_t serialPort = 1;
constexpr time::Duration shortestPeriod = 200ms;
constexpr double lowestBaud = 1200, highestBaud = 921'600;

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
          m_supply(context.supplyMillivolts),
          m_tx(context.wire("tx")),
          m_rx(context.wire("rx")),
          m_baud(std::stod(context.word("baud"))),
          m_retune(context.timeline, [this] { openLine(); })
    {
        m_rates.fill(1);
        openLine();
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

    void openLine()
    {
        const peripherals::SerialFormat format{.baud = m_baud};
        m_sender = std::make_unique<peripherals::SerialSender>(m_time, m_tx, format, m_supply, outputOhms);
        m_receiver = std::make_unique<peripherals::SerialReceiver>(m_time, m_rx, format, [this](std::uint8_t byte, auto fault) {
            if (fault == peripherals::SerialReceiver::Fault::None)
                hear(byte);
        });
    }
    void say(const std::string& text)
    {
        m_sender->send({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
    }

    time::Task<void> report()
    {
        for (std::int64_t fix = 0;; ++fix) {
            co_await m_time.delay(m_period);
            // What the line cannot carry is left out.
            if (!m_sender->isIdle() || m_retune.isSet())
                continue;
            std::string text;
            for (std::size_t i = 0; i < sentences.size(); ++i)
                if (m_rates[i] && fix % m_rates[i] == 0)
                    text += sentenceOf(sentences[i].name);
            say(text);
        }
    }

    // -- What it says.
    DateTime date() const { return dateTimeOf(m_start + (now() - time::powerOn) / 1s); }
    std::string clock() const
    {
        const auto hundredths = (now() - time::powerOn) % 1s / 10ms;
        return fmt::format("{:02}{:02}{:02}.{:02}", date().hour, date().minute, date().second, hundredths);
    }
    std::string day() const { return fmt::format("{:02}{:02}{:02}", date().day, date().month, date().year % 100); }
    double knots() const { return m_position.speed() * knotsPerKmh; }
    std::string course() const { return knots() > 0.5 ? fmt::format("{:.2f}", m_position.course()) : ""; }
    std::string where() const
    {
        const auto place = m_position.at(now());
        const double wobble = m_noise.at(now()) * m_noiseMetres / 111'320;
        return angle(place.latitude + wobble, 2, "N", "S") + "," + angle(place.longitude + wobble, 3, "E", "W");
    }

    std::string sentenceOf(std::string_view name) const
    {
        const int satellites = static_cast<int>(control("satellites"));
        const bool fix = hasFix();
        if (name == "RMC")
            return nmeaSentence(fix ? fmt::format("GPRMC,{},A,{},{:.3f},{},{},,,A", clock(), where(), knots(), course(), day())
                                    : "GPRMC," + clock() + ",V,,,,,,," + day() + ",,,N");
        if (name == "VTG")
            return nmeaSentence(fix ? fmt::format("GPVTG,{},T,,M,{:.3f},N,{:.3f},K,A", course(), knots(), m_position.speed()) : "GPVTG,,,,,,,,,N");
        if (name == "GGA")
            return nmeaSentence(fix ? fmt::format("GPGGA,{},{},1,{:02},1.20,{:.1f},M,45.0,M,,", clock(), where(), satellites, altitude())
                                    : "GPGGA," + clock() + ",,,,,0,00,99.99,,,,,,");
        if (name == "GSA")
            return nmeaSentence(fix ? "GPGSA,A,3," + used(satellites) + ",2.10,1.20,1.70" : "GPGSA,A,1,,,,,,,,,,,,,99.99,99.99,99.99");
        if (name == "GSV")
            return view(satellites);
        return nmeaSentence(fix ? fmt::format("GPGLL,{},{},A,A", where(), clock()) : "GPGLL,,,,," + clock() + ",V,N");
    }
    double altitude() const { return m_position.at(now()).altitude; }

    // -- What it is told.
    void hear(std::uint8_t byte)
    {
        const auto heard = m_input.take(byte);
        if (const auto* message = std::get_if<UbxMessage>(&heard))
            obey(*message);
        else if (const auto* body = std::get_if<std::string>(&heard))
            obey(*body);
    }

    void obey(const UbxMessage& message)
    {
        if (message.group != configurationGroup || message.id == Reset)
            return;  // polls of what it does not have stay without an answer
        const bool done = configure(message.id, message.payload);
        const std::array<std::uint8_t, 2> which = {message.group, message.id};
        say(ubxFrame(acknowledgeGroup, done ? 1 : 0, which));
    }

    // Without a payload (or with the name alone) it answers with the setting. Whether it could.
    bool configure(std::uint8_t id, std::span<const std::uint8_t> payload)
    {
        switch (id) {
        case MessageRate: return configureSentence(payload);
        case Rate: return configureRate(payload);
        case Port: return configurePort(payload);
        case Save:
        case Navigation: return !payload.empty();
        default: return false;
        }
    }

    bool configureSentence(std::span<const std::uint8_t> payload)
    {
        if (payload.size() < 2 || payload[0] != standardSentences)
            return false;
        for (std::size_t i = 0; i < sentences.size(); ++i) {
            if (sentences[i].id != payload[1])
                continue;
            if (payload.size() == 2) {
                const std::array<std::uint8_t, 8> answer = {payload[0], payload[1], 0, m_rates[i], 0, 0, 0, 0};
                say(ubxFrame(configurationGroup, MessageRate, answer));
            } else {
                m_rates[i] = payload.size() >= 8 ? payload[2 + serialPort] : payload[2];
            }
            return true;
        }
        return payload[1] <= 0x0a;  // sentences that are off, and stay so
    }

    bool configureRate(std::span<const std::uint8_t> payload)
    {
        if (payload.size() < 6) {
            const auto milliseconds = static_cast<std::uint16_t>(m_period / 1ms);
            const std::array<std::uint8_t, 6> answer = {static_cast<std::uint8_t>(milliseconds), static_cast<std::uint8_t>(milliseconds >> 8), 1, 0, 1, 0};
            say(ubxFrame(configurationGroup, Rate, answer));
            return payload.empty();
        }
        m_period = std::max(shortestPeriod, time::Duration{1ms} * (payload[0] | payload[1] << 8));
        return true;
    }

    bool configurePort(std::span<const std::uint8_t> payload)
    {
        if (payload.size() < 20) {
            const auto baud = static_cast<std::uint32_t>(m_baud);
            std::array<std::uint8_t, 20> answer = {serialPort, 0, 0, 0, 0xd0, 0x08};  // eight bits, no parity, one stop bit
            for (std::size_t i = 0; i < 4; ++i)
                answer[8 + i] = static_cast<std::uint8_t>(baud >> (8 * i));
            answer[12] = answer[14] = 3;  // UBX and NMEA
            say(ubxFrame(configurationGroup, Port, answer));
            return payload.size() < 2;
        }
        std::uint32_t baud = 0;
        for (std::size_t i = 0; i < 4; ++i)
            baud |= static_cast<std::uint32_t>(payload[8 + i]) << (8 * i);
        return payload[0] != serialPort || tune(baud);
    }

    // At the new speed as soon as what is being said has left.
    bool tune(double baud)
    {
        if (baud < lowestBaud || baud > highestBaud)
            return false;
        m_baud = baud;
        m_retune.setAt(std::max(now(), m_sender->idleAt()) + 20ms);
        return true;
    }

    // Section "Proprietary messages".
    void obey(const std::string& body)
    {
        std::vector<std::string> fields(1);
        for (const char letter : body)
            if (letter == ',')
                fields.emplace_back();
            else
                fields.back() += letter;
        if (fields.size() < 2 || fields[0] != "PUBX")
            return;
        if (fields[1] == "40" && fields.size() >= 5) {
            for (std::size_t i = 0; i < sentences.size(); ++i)
                if (sentences[i].name == fields[2])
                    m_rates[i] = static_cast<std::uint8_t>(std::atoi(fields[4].c_str()));
        } else if (fields[1] == "41" && fields.size() >= 6) {
            tune(std::atoi(fields[5].c_str()));
        } else if (fields[1] == "00") {
            say(nmeaSentence(hasFix() ? fmt::format("PUBX,00,{},{},{:.3f},G3,2.5,3.5,{:.3f},{},0.000,,1.20,1.70,1.20,{},0,0", clock(), where(), altitude(),
                                                    m_position.speed(), course(), static_cast<int>(control("satellites")))
                                      : fmt::format("PUBX,00,{},,,,,,NF,,,,,,,,,,0,0,0", clock())));
        } else if (fields[1] == "04") {
            say(nmeaSentence(fmt::format("PUBX,04,{},{},,,15,,,", clock(), day())));
        }
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
            all += nmeaSentence(body);
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
    double m_supply;
    peripherals::Wire& m_tx;
    peripherals::Wire& m_rx;
    double m_baud;
    time::Duration m_period = 1s;
    std::array<std::uint8_t, sentences.size()> m_rates{};  // every how many-th fix; 0: never
    UbloxInput m_input;
    std::unique_ptr<peripherals::SerialSender> m_sender;
    std::unique_ptr<peripherals::SerialReceiver> m_receiver;
    time::Alarm m_retune;
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
        .notModelled = {"UBX's own navigation messages (refused)", "settings of navigation (accepted, change nothing)", "resets by command",
                        "the pulse per second", "where each satellite really is"},
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
