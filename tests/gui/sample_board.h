// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A small board and snapshots of it, made by hand: views take values, so they are tested without an engine.

#include "board/board_profile.h"
#include "simulation/snapshot.h"

namespace coroboard::gui {

inline board::BoardProfile sampleBoard()
{
    board::BoardProfile profile;
    profile.name = "sample";
    profile.title = "Sample board";
    profile.pictureWidth = 400;
    profile.pictureHeight = 200;
    const auto part = [&](const char* id, const char* model, board::Point place) -> board::PartProfile& {
        board::PartProfile made;
        made.id = id;
        made.model = model;
        made.label = id;
        made.place = place;
        made.width = 40;
        made.height = 40;
        return profile.parts.emplace_back(made);
    };
    part("red", "led", {60, 60}).words["colour"] = "#ff3b30";
    part("button", "push_button", {160, 60}).key = "A";
    part("dial", "potentiometer", {260, 60});
    part("light", "photoresistor", {340, 60});
    board::PinProfile pin;
    pin.name = "GP16";
    pin.number = 16;
    pin.place = {60, 180};
    profile.pins.push_back(pin);
    pin.name = "GP17";
    pin.number = 17;
    pin.place = {90, 180};
    profile.pins.push_back(pin);
    return profile;
}

inline simulation::PartSnapshot samplePart(const char* id, const char* control, double value)
{
    simulation::PartSnapshot part;
    part.id = id;
    if (*control) part.view.controls.push_back({control, value, value, std::nullopt});
    return part;
}

inline simulation::TaskSnapshot sampleTask(std::uint64_t id, const char* name, int line)
{
    simulation::TaskSnapshot task;
    task.id = id;
    task.name = name;
    task.kind = "python";
    task.state = "suspended";
    task.waitsFor = "sleep until 1.500 s";
    task.chain.push_back({name, "main.py", line, {{"count", "3"}}});
    return task;
}

}  // namespace coroboard::gui
