// SPDX-License-Identifier: MIT
// DC motor with its driver: an H-bridge steered by two inputs and an enable (ST L298 data sheet, figure 6; TI DRV8833 data sheet, table 1) and a
// geared motor whose speed follows the average voltage as a first-order system, with friction that a small voltage does not overcome. On its
// shaft may sit an encoder with two outputs a quarter of a step apart.

#include <algorithm>
#include <array>
#include <cmath>

#include "base/exact_math.h"
#include "parts/part_model.h"

namespace coroboard::parts {

namespace {

using namespace std::chrono_literals;
using peripherals::Wire;
using peripherals::WireDriver;
using peripherals::WireEvent;
using peripherals::WireListener;

constexpr double friction = 0.06;         // of the full voltage
constexpr double brakeShare = 0.25;       // a shorted motor stops in a quarter of its time constant
constexpr double coastShare = 2;          // an open one takes twice as long
constexpr double standing = 0.01;         // turns a minute
constexpr double outputOhms = 100;
constexpr time::Duration shortestStep = 1us;
constexpr time::Duration longestStep = 50ms;

double seconds(time::Duration duration)
{
    return static_cast<double>(duration.count()) / 1e9;
}

class DcMotor final : public Part {
public:
    DcMotor(const PartModel& model, const PartContext& context)
        : Part(model, context),
          m_inputs{&context.wire("in1"), &context.wire("in2")},
          m_enable(context.wire("enable")),
          m_shortsWhenLow(context.word("driver") == "L298"),
          m_fullSpeed(context.number("speed")),
          m_timeConstant(context.number("time constant")),
          m_stepsPerTurn(context.number("encoder steps") * 4),
          m_hasEncoder(context.isConnected("a") || context.isConnected("b")),
          m_encoder{std::make_unique<WireDriver>(context.wire("a")), std::make_unique<WireDriver>(context.wire("b"))},
          m_nextStep(context.timeline, [this] { step(); })
    {
        for (Wire* wire : {m_inputs[0], m_inputs[1], &m_enable})
            m_heard.push_back(std::make_unique<WireListener>(*wire, WireListener::Hears::Changes, [this](const WireEvent&) { steer(); }));
        steer();
        showStep();
    }

protected:
    void show(PartView& view) const override
    {
        const double turns = turnsAt(now());
        view.values.push_back({"rpm", speedAt(now())});
        view.values.push_back({"angle", (turns - std::floor(turns)) * 360});
        view.values.push_back({"turns", turns});
        view.values.push_back({"drive", m_drive});
        view.values.push_back({"braking", m_isBraking ? 1.0 : 0.0});
    }

private:
    static double share(const Wire& wire) { return wire.floating() ? 0 : wire.highShare(); }

    // What the bridge does from now on.
    void steer()
    {
        const double first = share(*m_inputs[0]);
        const double second = share(*m_inputs[1]);
        const double enabled = share(m_enable);
        const double drive = (first - second) * enabled;
        const bool equal = first == second;
        const bool braking = equal && enabled > 0 && (first > 0 || m_shortsWhenLow);
        if (drive == m_drive && braking == m_isBraking && m_since != time::VirtualTime{})
            return;
        m_turns = turnsAt(now());
        m_speed = speedAt(now());
        m_since = now();
        m_drive = drive;
        m_isBraking = braking;
        m_target = std::abs(drive) < friction ? 0 : drive * m_fullSpeed;
        m_pace = m_timeConstant * (drive != 0 ? 1 : braking ? brakeShare : coastShare);
        planStep();
    }

    // Turns a minute: m_target + (m_speed - m_target) e^(-t / m_pace).
    double speedAt(time::VirtualTime when) const
    {
        return m_target + (m_speed - m_target) * exponential(-std::min(700.0, seconds(when - m_since) / m_pace));
    }
    double turnsAt(time::VirtualTime when) const
    {
        const double elapsed = seconds(when - m_since);
        const double decay = exponential(-std::min(700.0, elapsed / m_pace));
        return m_turns + (m_target * elapsed + (m_speed - m_target) * m_pace * (1 - decay)) / 60;
    }

    // -- The encoder: four states a step, one changes at a time.
    std::int64_t stateAt(time::VirtualTime when) const { return static_cast<std::int64_t>(std::floor(turnsAt(when) * m_stepsPerTurn)); }

    void showStep()
    {
        m_state = stateAt(now());
        static constexpr std::array<std::array<bool, 2>, 4> levels = {{{false, false}, {true, false}, {true, true}, {false, true}}};
        const auto& now = levels[static_cast<std::size_t>((m_state % 4 + 4) % 4)];
        for (std::size_t i = 0; i < 2; ++i)
            m_encoder[i]->drive(now[i] ? m_encoder[i]->wire().supplyMillivolts() : 0, outputOhms);
    }

    void step()
    {
        if (stateAt(now()) != m_state)
            showStep();
        planStep();
    }

    // Newton's way to the next boundary; an estimate that falls short is only an early look.
    void planStep()
    {
        m_nextStep.cancel();
        if (!m_hasEncoder || (std::abs(speedAt(now())) < standing && m_target == 0))
            return;
        time::Duration ahead{};
        for (int round = 0; round < 4; ++round) {
            const double speed = speedAt(now() + ahead) / 60 * m_stepsPerTurn;
            if (std::abs(speed) < 1e-6) {
                ahead = longestStep;
                break;
            }
            const double goal = static_cast<double>(speed > 0 ? m_state + 1 : m_state);
            const double missing = (goal - turnsAt(now() + ahead) * m_stepsPerTurn) / speed;
            ahead += time::Duration{static_cast<std::int64_t>(std::clamp(missing, -1.0, 1.0) * 1e9)};
            ahead = std::clamp(ahead, time::Duration{0}, longestStep);
        }
        m_nextStep.setAfter(std::max(ahead + 1ns, shortestStep));
    }

    std::array<Wire*, 2> m_inputs;
    Wire& m_enable;
    bool m_shortsWhenLow;
    double m_fullSpeed;     // turns a minute
    double m_timeConstant;  // seconds
    double m_stepsPerTurn;
    bool m_hasEncoder;
    double m_drive = 0;
    bool m_isBraking = false;
    double m_turns = 0;     // at m_since, as all below
    double m_speed = 0;
    double m_target = 0;
    double m_pace = 1;
    time::VirtualTime m_since{};
    std::int64_t m_state = 0;
    std::array<std::unique_ptr<WireDriver>, 2> m_encoder;
    time::Alarm m_nextStep;
    std::vector<std::unique_ptr<WireListener>> m_heard;
};

}  // namespace

PartModel dc_motorModel()
{
    PartModel model;
    model.description = {
        .model = "dc_motor",
        .title = "DC motor with driver",
        .source = "ST L298 data sheet; TI DRV8833 data sheet",
        .pins = {{"in1", "Forward"},
                 {"in2", "Backward"},
                 {"enable", "Enable", PinRole::Load, "3V3"},
                 {"a", "Encoder A", PinRole::Output, "NC"},
                 {"b", "Encoder B", PinRole::Output, "NC"}},
        .controls = {},
        .notModelled = {"load and torque", "current, its limit and the driver's losses", "fault output and sleep input"},
    };
    model.numbers = {{"speed", "Speed without load", "rpm", 1, 30'000, 200},
                     {"time constant", "Time to 63 % of the speed", "s", 0.001, 60, 0.15},
                     {"encoder steps", "Encoder steps a turn", "", 1, 4096, 20}};
    model.words = {{"driver", "Driver", "L298", WordParameter::Kind::Choice, {"L298", "DRV8833"}}};
    model.width = 140;
    model.height = 100;
    model.make = [](const PartModel& self, const PartContext& context) -> std::unique_ptr<Part> {
        return std::make_unique<DcMotor>(self, context);
    };
    return model;
}

}  // namespace coroboard::parts
