// SPDX-License-Identifier: MIT
// Keypad of four rows and four columns (Parallax 27899 data sheet): each key connects its row with its column. Several keys at once connect
// more than they should (ghost keys), as in the real one.

#include <array>

#include "parts/contact_group.h"
#include "parts/part_model.h"
#include "parts/switch_control.h"

namespace coroboard::parts {

namespace {

constexpr std::array<const char*, 16> keys = {"1", "2", "3", "A", "4", "5", "6", "B", "7", "8", "9", "C", "star", "0", "hash", "D"};
constexpr std::array<const char*, 16> labels = {"1", "2", "3", "A", "4", "5", "6", "B", "7", "8", "9", "C", "*", "0", "#", "D"};

class Keypad final : public Part {
public:
    Keypad(const PartModel& model, const PartContext& context)
        : Part(model, context),
          m_contacts({&context.wire("row1"), &context.wire("row2"), &context.wire("row3"), &context.wire("row4"), &context.wire("column1"),
                      &context.wire("column2"), &context.wire("column3"), &context.wire("column4")})
    {
        for (const char* key : keys)
            press(key, control(key));
    }

protected:
    void controlMoved(const ControlDescription& control, double value) override { press(control.id, value); }
    void show(PartView& view) const override
    {
        for (const char* key : keys)
            view.values.push_back({key, control(key)});
    }

private:
    void press(std::string_view key, double value)
    {
        for (std::size_t i = 0; i < keys.size(); ++i)
            if (key == keys[i])
                m_contacts.set(i / 4, 4 + i % 4, value > 0 ? ContactGroup::Contact::Closed : ContactGroup::Contact::Open);
    }

    ContactGroup m_contacts;
};

}  // namespace

PartModel keypad_4x4Model()
{
    PartModel model;
    model.description = {
        .model = "keypad_4x4",
        .title = "Keypad of 4 × 4 keys",
        .source = "Parallax 27899",
        .pins = {},
        .controls = {},
        .notModelled = {"bounce"},
    };
    for (const char* side : {"row", "column"})
        for (int number = 1; number <= 4; ++number)
            model.description.pins.push_back({side + std::to_string(number),
                                              (side[0] == 'r' ? "Row " : "Column ") + std::to_string(number), PinRole::Contact});
    for (std::size_t i = 0; i < keys.size(); ++i)
        model.description.controls.push_back(switchControl(keys[i], labels[i], ControlKind::Momentary));
    model.width = 70;
    model.height = 76;
    model.make = [](const PartModel& self, const PartContext& context) -> std::unique_ptr<Part> {
        return std::make_unique<Keypad>(self, context);
    };
    return model;
}

}  // namespace coroboard::parts
