// SPDX-License-Identifier: MIT
#include "cli/part_pictures.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <vector>

#include <fmt/format.h>

#include "simulation/portable_pixmap.h"
#include "simulation/suggestion.h"

namespace coroboard::cli {

namespace {

const simulation::PartSnapshot* findPart(const simulation::Snapshot& snapshot, const std::string& id)
{
    for (const auto& part : snapshot.parts)
        if (part.id == id) return &part;
    return nullptr;
}

}  // namespace

Result<PartPicture> preparePicture(const std::string& text, const simulation::Snapshot& before)
{
    const std::size_t equals = text.find('=');
    if (equals == 0 || equals == std::string::npos || equals + 1 == text.size())
        return failure(fmt::format("--picture {}: write PART=FILE.ppm", text));
    PartPicture picture{text.substr(0, equals), text.substr(equals + 1)};
    const auto* part = findPart(before, picture.part);
    if (!part) {
        std::vector<std::string> names;
        for (const auto& each : before.parts) names.push_back(each.id);
        return failure(fmt::format("--picture {}: {}", text, simulation::unknownName("part", picture.part, names)));
    }
    if (!part->view.pixels) return failure(fmt::format("--picture {}: a {} has no pixels", text, part->view.model));
    if (!std::ofstream(picture.file, std::ios::binary | std::ios::trunc))
        return failure(fmt::format("{}: cannot be written: {}", picture.file, std::strerror(errno)));
    return picture;
}

Result<void> writePicture(const PartPicture& picture, const simulation::Snapshot& snapshot)
{
    const auto* part = findPart(snapshot, picture.part);
    if (!part || !part->view.pixels) return failure(fmt::format("{}: {} has no pixels any more", picture.file, picture.part));
    std::ofstream file(picture.file, std::ios::binary | std::ios::trunc);
    file << simulation::portablePixmap(*part->view.pixels);
    file.close();
    if (!file) return failure(fmt::format("{}: could not be written to its end", picture.file));
    return {};
}

}  // namespace coroboard::cli
