// SPDX-License-Identifier: MIT
#include "board/board_profile.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/whole_file.h"
#include "board/object_reader.h"
#include "board/part_reader.h"
#include "board/profile_reading.h"
#include "board/spelling.h"
#include "parts/part_model.h"

namespace coroboard::board {

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t fileLimit = 1 << 20;
constexpr int deepestExtension = 4;

Result<BoardProfile> load(const fs::path& file, int depth);

std::string nameOf(const fs::path& file) { return file.empty() ? "profile" : file.string(); }

const std::vector<std::string> pinFunctions = {"gpio", "input", "pwm"};
// The signals of the controllers a chip may have.
const std::map<std::string, std::vector<std::string>> controllerSignals = {
    {"i2c", {"scl", "sda"}}, {"spi", {"sck", "mosi", "miso", "cs"}}, {"uart", {"tx", "rx", "cts", "rts"}}, {"i2s", {"sck", "ws", "sd"}}, {"dac", {"out"}}};

// "i2c0": one of the kinds above and a digit.
bool isController(const std::string& name)
{
    return !name.empty() && name.back() >= '0' && name.back() <= '9' && controllerSignals.count(name.substr(0, name.size() - 1)) != 0;
}

// "i2c0.sda".
bool isBusFunction(const std::string& function)
{
    const auto dot = function.find('.');
    if (dot == std::string::npos || !isController(function.substr(0, dot)))
        return false;
    const auto& signals = controllerSignals.at(function.substr(0, dot - 1));
    return std::find(signals.begin(), signals.end(), function.substr(dot + 1)) != signals.end();
}

// After the pins are known.
void readControllers(JsonSource& source, BoardProfile& profile)
{
    if (!source.has("/chip/controllers"))
        return;
    ObjectReader chip(source, "/chip");
    chip.eachKey("controllers", [&](const std::string& name, const nlohmann::json&) {
        const std::string pointer = pointerTo("/chip/controllers", name);
        if (!isController(name)) {
            source.rejectKey(pointer, "i2c0, spi0, uart0, i2s0, dac0 and the like are allowed");
            return;
        }
        auto& pins = profile.chip.controllers[name];
        const auto& signals = controllerSignals.at(name.substr(0, name.size() - 1));
        ObjectReader reader(source, pointer);
        for (const std::string& signal : signals) {
            if (!reader.has(signal))
                continue;
            const std::string wanted = reader.text(signal);
            if (const PinProfile* pin = profile.pin(wanted))
                pins[signal] = pin->name;
            else
                source.reject(reader.pointerOf(signal), "a pin of this board is allowed");
        }
        reader.finish();
    });
}

ChipProfile readChip(JsonSource& source, const std::string& pointer)
{
    ObjectReader reader(source, pointer);
    ChipProfile chip;
    chip.name = reader.requiredText("name");
    chip.platform = reader.requiredName("platform");
    chip.machine = reader.text("machine", chip.name);
    chip.clockHz = static_cast<std::uint32_t>(reader.requiredInteger("clockHz", 1'000'000, 2'000'000'000));
    chip.nanosecondsPerBytecode = reader.requiredNumber("nanosecondsPerBytecode", 1, 1'000'000);
    chip.nanosecondsPerCall = reader.number("nanosecondsPerCall", 0, 100'000'000, chip.nanosecondsPerCall);
    chip.nanosecondsPerTaskSwitch = reader.number("nanosecondsPerTaskSwitch", 0, 100'000'000, chip.nanosecondsPerTaskSwitch);
    chip.heapBytes =
        static_cast<std::uint32_t>(reader.integer("heapBytes", 16 * 1024, 64 * 1024 * 1024, chip.heapBytes));
    chip.flashBytes =
        static_cast<std::uint32_t>(reader.integer("flashBytes", 16 * 1024, 256 * 1024 * 1024, chip.flashBytes));
    chip.supplyMillivolts = reader.number("supplyMillivolts", 1000, 6000, chip.supplyMillivolts);
    if (reader.has("adc")) {
        ObjectReader adc(source, reader.pointerOf("adc"));
        chip.adcBits = static_cast<int>(adc.integer("bits", 8, 16, chip.adcBits));
        chip.adcNoise = adc.number("noise", 0, 100, chip.adcNoise);
        chip.adcMicroseconds = adc.number("conversionMicroseconds", 0, 100'000, chip.adcMicroseconds);
        adc.finish();
    }
    reader.has("controllers");  // read when the pins are known
    reader.finish();
    return chip;
}

PinProfile readPin(JsonSource& source, const std::string& pointer, const BoardProfile& profile)
{
    ObjectReader reader(source, pointer);
    PinProfile pin;
    pin.name = reader.requiredName("name");
    pin.number = static_cast<int>(reader.requiredInteger("number", 0, 999));
    pin.aliases = reader.texts("aliases");
    pin.functions = reader.has("functions") ? reader.texts("functions") : std::vector<std::string>{"gpio", "pwm"};
    for (std::size_t i = 0; i < pin.functions.size(); ++i) {
        const auto& function = pin.functions[i];
        if (!isBusFunction(function) && std::find(pinFunctions.begin(), pinFunctions.end(), function) == pinFunctions.end())
            source.reject(pointerTo(reader.pointerOf("functions"), i),
                          fmt::format("{} and bus signals like \"i2c0.sda\" are allowed{}", listed(pinFunctions),
                                      guess(function, pinFunctions)));
    }
    pin.adcChannel = static_cast<int>(reader.integer("adc", 0, 99, -1));
    if (pin.adcChannel >= 0)
        pin.functions.push_back("adc");
    if (isRail(pin.name))
        source.reject(reader.pointerOf("name"), "a name that is not a supply rail's is allowed");
    if (const auto place = reader.pair("at", 0, std::max(profile.pictureWidth, profile.pictureHeight)))
        pin.place = {place->first, place->second};
    reader.finish();
    return pin;
}

void readPicture(JsonSource& source, const std::string& pointer, BoardProfile& profile)
{
    ObjectReader reader(source, pointer);
    const std::string file = reader.requiredText("file");
    profile.pictureWidth = reader.requiredNumber("width", 10, 10'000);
    profile.pictureHeight = reader.requiredNumber("height", 10, 10'000);
    reader.finish();
    if (file.empty())
        return;
    const fs::path path(file);
    const bool isInside =
        path.is_relative() && std::none_of(path.begin(), path.end(), [](const fs::path& step) { return step == ".."; });
    if (!isInside || path.extension() != ".svg") {
        source.reject(reader.pointerOf("file"), "an SVG file in the profile's own folder is allowed");
        return;
    }
    profile.picture = profile.file.parent_path() / path;
    std::error_code ignored;
    if (fs::exists(profile.file, ignored) && !fs::is_regular_file(profile.picture, ignored))
        source.reject(reader.pointerOf("file"), "there is no such file: an SVG file beside the profile is allowed");
}

// Chip, pins and picture of another profile, for a board that only adds parts. One that extends a third is followed too.
void readExtended(JsonSource& source, const std::string& name, int depth, BoardProfile& profile)
{
    if (name.empty())
        return;
    if (depth >= deepestExtension) {
        source.reject("/extends", "boards that extend each other in a circle are not allowed");
        return;
    }
    const auto base = load(profile.file.parent_path() / name, depth + 1);
    if (!base) {
        source.reject("/extends", "a board profile that can be read is allowed: " + base.error().message);
        return;
    }
    profile.chip = base->chip;
    profile.pins = base->pins;
    profile.picture = base->picture;
    profile.pictureWidth = base->pictureWidth;
    profile.pictureHeight = base->pictureHeight;
}

// Notes a second use of something that may be used once.
class Uses {
public:
    Uses(JsonSource& source, std::string what) : m_source(source), m_what(std::move(what)) {}
    void note(const std::string& name, const std::string& pointer)
    {
        if (name.empty() || !m_source.has(pointer))
            return;
        const auto [first, isNew] = m_pointers.emplace(name, pointer);
        if (!isNew)
            m_source.reject(pointer, fmt::format("{} is already at {}: each once is allowed", m_what, first->second),
                            first->second);
    }

private:
    JsonSource& m_source;
    std::string m_what;
    std::map<std::string, std::string> m_pointers;
};

void checkPins(JsonSource& source, const BoardProfile& profile)
{
    Uses names(source, "this pin name");
    Uses numbers(source, "this pin number");
    Uses channels(source, "this ADC channel");
    for (std::size_t i = 0; i < profile.pins.size(); ++i) {
        const PinProfile& pin = profile.pins[i];
        const std::string pointer = pointerTo("/pins", i);
        names.note(pin.name, pointer + "/name");
        for (std::size_t j = 0; j < pin.aliases.size(); ++j)
            names.note(pin.aliases[j], pointerTo(pointer + "/aliases", j));
        numbers.note(std::to_string(pin.number), pointer + "/number");
        if (pin.adcChannel >= 0)
            channels.note(std::to_string(pin.adcChannel), pointer + "/adc");
    }
    for (std::size_t i = 0; i < profile.nets.size(); ++i) {
        const std::string pointer = pointerTo("/nets", i);
        names.note(profile.nets[i], pointer);
        if (isRail(profile.nets[i]) || profile.nets[i] == unconnected || profile.nets[i].empty())
            source.reject(pointer, "a name that is not a supply rail's is allowed");
    }
}

void checkNeededPins(JsonSource& source, const PartProfile& part, const parts::PartModel& model,
                     const std::string& pointer)
{
    if (!model.neededPins)
        return;
    for (const std::string& pin : model.neededPins({part.numbers, part.words, part.wires}))
        if (const auto wire = part.wires.find(pin); wire != part.wires.end() && wire->second == unconnected)
            source.rejectMissing(pointer,
                                 fmt::format("{} is not on a wire: on the bus this part uses it must be", pin), pin);
}

void checkParts(JsonSource& source, const BoardProfile& profile)
{
    Uses ids(source, "this id");
    Uses keys(source, "this key");
    std::map<std::string, std::string> outputs;  // wire → the pointer of the output on it
    Uses addresses(source, "a part with this address on the same I2C bus");
    for (std::size_t i = 0; i < profile.parts.size(); ++i) {
        const PartProfile& part = profile.parts[i];
        const std::string pointer = pointerTo("/parts", i);
        ids.note(part.id, pointer + "/id");
        keys.note(part.key, pointer + "/key");
        const parts::PartModel* model = parts::findModel(part.model);
        if (!model)
            continue;
        checkNeededPins(source, part, *model, pointer);
        const auto scl = part.wires.find("scl");
        const auto sda = part.wires.find("sda");
        if (model->i2cAddresses && scl != part.wires.end() && sda != part.wires.end())
            for (const std::uint8_t address : model->i2cAddresses({part.numbers, part.words, part.wires}))
                addresses.note(fmt::format("{} {} {:#04x}", scl->second, sda->second, address), pointer + "/model");
        for (const auto& pin : model->description.pins) {
            const auto wire = part.wires.find(pin.id);
            if (pin.role != parts::PinRole::Output || wire == part.wires.end() || wire->second.empty() ||
                wire->second == unconnected)
                continue;
            const std::string place = pointerTo(pointer + "/wires", pin.id);
            if (!source.has(place))
                continue;
            const auto [first, isNew] = outputs.emplace(wire->second, place);
            if (!isNew)
                source.reject(place,
                              fmt::format("two outputs fight: {} is on this wire too; one output a wire is allowed",
                                          first->second),
                              first->second);
        }
    }
}

}  // namespace

const PinProfile* BoardProfile::pin(std::string_view nameOrAlias) const
{
    for (const PinProfile& each : pins) {
        const bool isAlias = std::find(each.aliases.begin(), each.aliases.end(), nameOrAlias) != each.aliases.end();
        if (each.name == nameOrAlias || isAlias)
            return &each;
    }
    return nullptr;
}

const PartProfile* BoardProfile::part(std::string_view id) const
{
    const auto found = std::find_if(parts.begin(), parts.end(), [&](const PartProfile& each) { return each.id == id; });
    return found == parts.end() ? nullptr : &*found;
}

namespace {

// As far as it can be read; what is wrong is noted in `source`.
BoardProfile read(JsonSource& source, const fs::path& file, int depth)
{
    ObjectReader reader(source, "");
    BoardProfile profile;
    profile.file = file;
    profile.name = file.stem().string();
    reader.text("$schema");
    profile.title = reader.requiredText("title");
    profile.description = reader.text("description");
    profile.demo = reader.has("demo") ? reader.requiredName("demo") : "";
    const bool extends = reader.has("extends");
    if (extends)
        readExtended(source, reader.requiredText("extends"), depth, profile);
    if (reader.has("picture"))
        readPicture(source, "/picture", profile);
    else if (!extends)
        source.rejectMissing("", "\"picture\" is missing");
    if (reader.has("chip"))
        profile.chip = readChip(source, "/chip");
    else if (!extends)
        source.rejectMissing("", "\"chip\" is missing");
    if (source.has("/pins"))
        profile.pins.clear();
    reader.eachElement("pins", [&](const auto& pointer) { profile.pins.push_back(readPin(source, pointer, profile)); });
    readControllers(source, profile);
    profile.nets = reader.texts("nets");
    reader.eachElement("parts",
                       [&](const auto& pointer) { profile.parts.push_back(readPart(source, pointer, profile)); });
    if (profile.pins.empty() && !extends)
        source.rejectMissing("", "\"pins\" is missing or empty");
    reader.finish();
    checkPins(source, profile);
    checkParts(source, profile);
    return profile;
}

Result<BoardProfile> parse(std::string_view json, const fs::path& file, int depth)
{
    auto source = JsonSource::parse(json, nameOf(file));
    if (!source)
        return tl::unexpected(source.error());
    BoardProfile profile = read(*source, file, depth);
    profile.source = json;
    if (source->hasProblems())
        return tl::unexpected(source->error());
    return profile;
}

Result<BoardProfile> load(const fs::path& file, int depth)
{
    const auto text = readWholeFile(file, fileLimit, "a board profile");
    if (!text)
        return tl::unexpected(text.error());
    return parse(*text, file, depth);
}

}  // namespace

Result<ProfileReading> readProfile(std::string_view json, const std::filesystem::path& file)
{
    auto source = JsonSource::parse(json, nameOf(file));
    if (!source)
        return tl::unexpected(source.error());
    ProfileReading reading;
    reading.profile = read(*source, file, 0);
    reading.profile.source = json;
    reading.problems = source->problems();
    return reading;
}

Result<BoardProfile> parseProfile(std::string_view json, const fs::path& file)
{
    return parse(json, file, 0);
}

Result<BoardProfile> loadProfile(const fs::path& file)
{
    return load(file, 0);
}

std::vector<BoardProfile> loadProfiles(const fs::path& folder)
{
    std::vector<BoardProfile> profiles;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
        const auto& path = entry.path();
        if (path.extension() != ".json" || path.filename() == "board.schema.json")
            continue;
        if (auto profile = loadProfile(path))
            profiles.push_back(std::move(*profile));
    }
    std::sort(profiles.begin(), profiles.end(),
              [](const auto& left, const auto& right) { return left.name < right.name; });
    return profiles;
}

}  // namespace coroboard::board
