// SPDX-License-Identifier: MIT
#include "recording/recording_file.h"

#include <charconv>
#include <system_error>

#include <fmt/format.h>

#include "base/whole_file.h"
#include "program/program.h"
#include "recording/command_json.h"
#include "recording/temporary_folder.h"
#include "simulation/board_copy.h"
#include "simulation/fault_text.h"
#include "simulation/stimulus_text.h"

namespace coroboard::recording {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;
using simulation::RunRecord;

namespace {

constexpr const char* marker = "coroboard-recording";
constexpr unsigned version = 1;

// -- Writing.

Result<Json> boardToJson(const board::BoardProfile& profile)
{
    if (profile.source.empty()) return failure("a board that was read from no file cannot be recorded");
    const auto folder = TemporaryFolder::make();
    if (!folder) return tl::unexpected(folder.error());
    const auto copied = simulation::copyBoardFiles(profile, folder->path());
    if (!copied) return tl::unexpected(copied.error());
    Json files = Json::object();
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder->path(), error)) {
        const auto content = readWholeFile(entry.path());
        if (!content) return tl::unexpected(content.error());
        files[entry.path().filename().string()] = bytesToJson(*content);
    }
    return Json{{"profile", copied->filename().string()}, {"files", std::move(files)}};
}

Json flashToJson(const modules::FlashImage& flash)
{
    Json files = Json::object();
    for (const auto& [path, content] : flash.files) files[path] = bytesToJson(content);
    return {{"files", std::move(files)}, {"folders", flash.folders}};
}

Json worldToJson(const board::BoardOptions& world)
{
    Json json = Json::object();
    for (const auto& [part, controls] : world.controls)
        for (const auto& [control, position] : controls) json["controls"][part][control] = position;
    for (const auto& driven : world.stimuli)
        json["stimuli"].push_back(driven.target + "=" + simulation::stimulusText(driven.stimulus));
    for (const auto& fault : world.faults) json["faults"].push_back(simulation::faultText(fault));
    if (world.memories)
        for (const auto& [part, bytes] : *world.memories) json["memories"][part] = bytesToJson(std::string(bytes.begin(), bytes.end()));
    return json;
}

Json startToJson(const simulation::RunStart& start)
{
    Json json = Json::object();
    if (start.program) json["program"]["name"] = bytesToJson(start.program->name);
    json["flash"] = flashToJson(start.flash);
    json["seed"] = start.seed;
    json["then"] = start.afterProgram == modules::AfterProgram::Repl ? "repl" : "end";
    json["world"] = worldToJson(start.world);
    for (const std::string& line : start.history) json["history"].push_back(bytesToJson(line));
    return json;
}

// -- Reading.

modules::FlashImage flashFromJson(const Fields& fields)
{
    modules::FlashImage flash;
    fields.eachElement("folders", [&](const Json& folder, const std::string& at) { flash.folders.push_back(stringAt(folder, at)); });
    fields.object("files").eachMember([&](const std::string& path, const Json& content, const std::string& at) {
        flash.files.emplace(path, valid(bytesFromJson(content), at));
    });
    return flash;
}

board::BoardOptions worldFromJson(const Fields& fields)
{
    board::BoardOptions world;
    fields.allow({"controls", "stimuli", "faults", "memories"});
    if (fields.has("controls"))
        fields.object("controls").eachMember([&](const std::string& part, const Json& controls, const std::string& at) {
            Fields(controls, at).eachMember([&](const std::string& control, const Json& position, const std::string& there) {
                if (!position.is_number()) throw BadField{there, "a number is allowed"};
                world.controls[part][control] = position.get<double>();
            });
        });
    fields.eachElement("stimuli", [&](const Json& text, const std::string& at) {
        auto parsed = valid(simulation::parseTargetedStimulus(stringAt(text, at)), at);
        world.stimuli.push_back({std::move(parsed.target), std::move(parsed.stimulus), {}});
    });
    fields.eachElement("faults", [&](const Json& text, const std::string& at) {
        world.faults.push_back(valid(simulation::parseFault(stringAt(text, at)), at));
    });
    if (!fields.has("memories")) return world;
    world.memories = std::make_shared<board::PartMemories>();
    fields.object("memories").eachMember([&](const std::string& part, const Json& content, const std::string& at) {
        const std::string bytes = valid(bytesFromJson(content), at);
        (*world.memories)[part].assign(bytes.begin(), bytes.end());
    });
    return world;
}

simulation::RunStart startFromJson(const Fields& fields)
{
    simulation::RunStart start;
    start.flash = flashFromJson(fields.object("flash"));
    if (fields.has("program")) {
        program::Program program;
        program.name = fields.object("program").bytes("name");
        if (const auto main = start.flash.files.find("/main.py"); main != start.flash.files.end()) program.main = main->second;
        start.program = std::make_shared<const program::Program>(std::move(program));
    }
    start.seed = fields.count("seed");
    const std::string then = fields.text("then");
    if (then != "repl" && then != "end") throw BadField{"/then", "repl or end is allowed"};
    start.afterProgram = then == "repl" ? modules::AfterProgram::Repl : modules::AfterProgram::End;
    start.world = worldFromJson(fields.object("world"));
    fields.eachElement("history", [&](const Json& line, const std::string& at) { start.history.push_back(valid(bytesFromJson(line), at)); });
    return start;
}

// The profile lies in a folder that goes with it.
std::shared_ptr<const board::BoardProfile> boardFromJson(const Fields& fields)
{
    auto folder = std::make_shared<TemporaryFolder>(valid(TemporaryFolder::make(), fields.pointer()));
    fields.object("files").eachMember([&](const std::string& name, const Json& content, const std::string& at) {
        if (fs::path(name).filename() != name || name == "." || name == "..") throw BadField{at, "a file name without folders is allowed"};
        valid(program::saveText(folder->path() / name, valid(bytesFromJson(content), at)).map([] { return true; }), at);
    });
    const std::string name = fields.text("profile");
    if (fs::path(name).filename() != name) throw BadField{"/board/profile", "a file name without folders is allowed"};
    auto profile = valid(board::loadProfile(folder->path() / name), "/board/profile");
    auto kept = std::make_shared<std::pair<std::shared_ptr<TemporaryFolder>, board::BoardProfile>>(folder, std::move(profile));
    return {kept, &kept->second};
}

std::uint64_t hashFromText(const std::string& text)
{
    std::uint64_t hash = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), hash, 16);
    if (error != std::errc{} || end != text.data() + text.size() || text.size() != 16) throw BadField{"/hash", "sixteen hexadecimal digits are allowed"};
    return hash;
}

RunRecord recordFromJson(const Fields& fields)
{
    if (!fields.has(marker)) fields.reject("not a Coroboard recording");
    fields.allow({marker, "board", "program", "flash", "seed", "then", "world", "history", "commands", "end", "ends-with-program", "inexact-since", "hash"});
    if (fields.count(marker) != version)
        throw BadField{std::string("/") + marker, fmt::format("this version reads recordings of version {}", version)};
    RunRecord record;
    record.profile = boardFromJson(fields.object("board"));
    record.start = startFromJson(fields);
    fields.eachElement("commands", [&](const Json& json, const std::string& at) {
        record.commands.push_back(commandFromJson(Fields(json, at)));
        const std::size_t count = record.commands.size();
        if (count > 1 && record.commands[count - 1].when < record.commands[count - 2].when) throw BadField{at + "/at", "commands come in the order of time"};
    });
    record.end = fields.time("end");
    if (!record.commands.empty() && record.commands.back().when > record.end) throw BadField{"/end", "it is not before the last command"};
    record.endsWithProgram = fields.has("ends-with-program");
    if (fields.has("inexact-since")) record.inexactSince = fields.time("inexact-since");
    record.hash = hashFromText(fields.text("hash"));
    return record;
}

}  // namespace

Result<void> saveRecording(const RunRecord& record, const fs::path& file)
{
    auto board = boardToJson(*record.profile);
    if (!board) return failure(fmt::format("{}: the board cannot be recorded: {}", file.string(), board.error().message));
    Json json{{marker, version}, {"board", std::move(*board)}};
    json.update(startToJson(record.start));
    json["commands"] = Json::array();
    for (const auto& command : record.commands) json["commands"].push_back(commandToJson(command));
    json["end"] = record.end.time_since_epoch().count();
    if (record.endsWithProgram) json["ends-with-program"] = true;
    if (record.inexactSince) json["inexact-since"] = record.inexactSince->time_since_epoch().count();
    json["hash"] = fmt::format("{:016x}", record.hash);
    try {
        return program::saveText(file, json.dump(1) + "\n");
    } catch (const Json::type_error&) {
        return failure(fmt::format("{}: a file on the board has a name that is not UTF-8: it cannot be recorded", file.string()));
    }
}

Result<std::shared_ptr<const RunRecord>> loadRecording(const fs::path& file)
{
    const auto text = readWholeFile(file, largestRecording, "a recording");
    if (!text) return tl::unexpected(text.error());
    const Json json = Json::parse(*text, nullptr, false);
    if (json.is_discarded()) return failure(fmt::format("{}: not a Coroboard recording: it is not JSON, or not whole", file.string()));
    try {
        return std::make_shared<const RunRecord>(recordFromJson(Fields(json, "")));
    } catch (const BadField& bad) {
        return failure(fmt::format("{}: {}{}{}", file.string(), bad.pointer, bad.pointer.empty() ? "" : ": ", bad.text));
    }
}

}  // namespace coroboard::recording
