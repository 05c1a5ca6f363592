// SPDX-License-Identifier: MIT
// Slide switch: a change-over contact that connects its signal wire to one of two rails.

#include "parts/part_model.h"
#include "parts/switch_control.h"

namespace coroboard::parts {

namespace {

constexpr double contactOhms = 1;

class SlideSwitch final : public Part {
public:
    SlideSwitch(const PartModel& model, const PartContext& context)
        : Part(model, context), m_on(context.wire("on")), m_off(context.wire("off")), m_contact(context.wire("signal"))
    {
        connect();
    }

protected:
    void controlMoved(const ControlDescription&, double) override { connect(); }
    void show(PartView& view) const override { view.values.push_back({"on", control("on")}); }

private:
    void connect() { m_contact.drive((control("on") > 0 ? m_on : m_off).millivolts(), contactOhms); }

    peripherals::Wire& m_on;
    peripherals::Wire& m_off;
    peripherals::WireDriver m_contact;
};

}  // namespace

PartModel slide_switchModel()
{
    PartModel model;
    model.description = {
        .model = "slide_switch",
        .title = "Slide switch",
        .source = "C&K OS102011MS2Q (SPDT)",
        .pins = {{"signal", "Signal", PinRole::Output},
                 {"on", "Connected when on", PinRole::Rail, "3V3"},
                 {"off", "Connected when off", PinRole::Rail, "GND"}},
        .controls = {switchControl("on", "On", ControlKind::Toggle)},
        .notModelled = {"contact bounce", "the moment between the contacts"},
    };
    model.width = 16;
    model.height = 8;
    model.make = [](const PartModel& self, const PartContext& context) -> std::unique_ptr<Part> {
        return std::make_unique<SlideSwitch>(self, context);
    };
    return model;
}

}  // namespace coroboard::parts
