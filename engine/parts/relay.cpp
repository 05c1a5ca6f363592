// SPDX-License-Identifier: MIT
// Relay module: a transistor, a coil and a change-over contact (Songle SRD-05VDC-SL-C data sheet: operates in 10 ms, releases in 5 ms). `com` is
// connected to `no` while the coil is on and to `nc` while it is off; in between to neither.

#include "parts/part_model.h"

namespace coroboard::parts {

namespace {

using namespace std::chrono_literals;
using peripherals::Wire;
using peripherals::WireDriver;
using peripherals::WireEvent;
using peripherals::WireListener;

constexpr time::Duration operateTime = 10ms;
constexpr time::Duration releaseTime = 5ms;
constexpr double contactOhms = 0.1;

class Relay final : public Part {
public:
    Relay(const PartModel& model, const PartContext& context)
        : Part(model, context),
          m_input(context.wire("in")),
          m_common(context.wire("com")),
          m_hasCommon(context.isConnected("com")),
          m_activeLow(context.word("active") == "low"),
          m_open(context.wire("no")),
          m_closed(context.wire("nc")),
          m_moved(context.timeline, [this] { arrive(); }),
          m_inputHeard(m_input, WireListener::Hears::Changes, [this](const WireEvent&) { energise(); }),
          m_commonHeard(m_common, WireListener::Hears::Changes, [this](const WireEvent&) { connect(); })
    {
        m_coil = m_on = wanted();
        connect();
    }

protected:
    void show(PartView& view) const override
    {
        view.values.push_back({"coil", m_coil ? 1.0 : 0.0});
        view.values.push_back({"on", m_on ? 1.0 : 0.0});
        view.values.push_back({"switched", static_cast<double>(m_switched)});
    }

private:
    // An input that nobody drives is off.
    bool wanted() const { return !m_input.floating() && (m_input.highShare() >= 0.5) != m_activeLow; }

    void energise()
    {
        if (wanted() == m_coil)
            return;
        m_coil = !m_coil;
        if (m_coil == m_on) {
            m_moved.cancel();  // it never left
            return connect();
        }
        m_moved.setAfter(m_coil ? operateTime : releaseTime);
        connect();
    }

    void arrive()
    {
        m_on = m_coil;
        ++m_switched;
        connect();
    }

    void connect()
    {
        const bool underway = m_coil != m_on;
        join(m_open, m_on && !underway);
        join(m_closed, !m_on && !underway);
    }

    void join(WireDriver& side, bool joined)
    {
        if (!joined || !m_hasCommon || m_common.floating())
            return side.release();
        if (const auto& signal = m_common.signal())
            return side.play(*signal, m_common.phases().highMillivolts, contactOhms);
        // Pulses that begin now pass as a whole.
        if (const auto& burst = m_common.burst(); burst && burst->start() == now())
            return side.play(burst, {m_common.supplyMillivolts(), contactOhms}, {0, contactOhms});
        side.drive(m_common.millivolts(), contactOhms);
    }

    Wire& m_input;
    Wire& m_common;
    bool m_hasCommon;
    bool m_activeLow;
    WireDriver m_open;
    WireDriver m_closed;
    bool m_coil = false;
    bool m_on = false;
    std::int64_t m_switched = 0;
    time::Alarm m_moved;
    WireListener m_inputHeard;
    WireListener m_commonHeard;
};

}  // namespace

PartModel relayModel()
{
    PartModel model;
    model.description = {
        .model = "relay",
        .title = "Relay",
        .source = "Songle SRD-05VDC-SL-C data sheet",
        .pins = {{"in", "Input"},
                 {"com", "Common contact", PinRole::Load, "NC"},
                 {"no", "Closed when on", PinRole::Contact, "NC"},
                 {"nc", "Closed when off", PinRole::Contact, "NC"}},
        .controls = {},
        .notModelled = {"contact bounce", "signals from the contacts back to the common one", "buses that answer through the contacts", "the rest of a train of pulses in whose middle it switches",
                        "the current of the coil"},
    };
    model.words = {{"active", "Switched on by", "high", WordParameter::Kind::Choice, {"high", "low"}}};
    model.width = 110;
    model.height = 90;
    model.make = [](const PartModel& self, const PartContext& context) -> std::unique_ptr<Part> {
        return std::make_unique<Relay>(self, context);
    };
    return model;
}

}  // namespace coroboard::parts
