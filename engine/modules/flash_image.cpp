// SPDX-License-Identifier: MIT
#include "modules/flash_image.h"

#include <fmt/format.h>

#include "micropython/flash/flash_file_system.h"

namespace coroboard::modules {

namespace {

using micropython::EntryKind;
using micropython::FlashFileSystem;

std::int64_t noTime() { return 0; }

Result<void> readFolder(FlashFileSystem& flash, const std::string& folder, FlashImage& image)
{
    const auto entries = flash.list(folder.empty() ? "/" : folder);
    if (!entries) return failure(fmt::format("{}: cannot be listed", folder));
    for (const auto& [name, entry] : *entries) {
        const std::string path = folder + "/" + name;
        if (image.files.size() + image.folders.size() >= mostFlashEntries)
            return failure(fmt::format("there are more than {} files", mostFlashEntries));
        if (entry.kind == EntryKind::Directory) {
            image.folders.push_back(path);
            if (auto read = readFolder(flash, path, image); !read) return read;
            continue;
        }
        auto content = flash.readFile(path);
        if (!content) return failure(fmt::format("{}: cannot be read, or is larger than the flash", path));
        image.files.emplace(path, std::move(*content));
    }
    return {};
}

}  // namespace

Result<std::unique_ptr<FlashFileSystem>> openProjectFlash(const program::Program& project, std::uint64_t quota, FlashFileSystem::Clock clock,
                                                          micropython::FlashNotice notice)
{
    auto flash = FlashFileSystem::inFolder(project.folder, quota, std::move(clock), std::move(notice));
    if (!flash) return flash;
    std::map<std::string, std::string> edited;
    for (const program::EditedFile& file : project.edited) edited.emplace("/" + file.path, file.text);
    if (!edited.empty()) (*flash)->edit(std::move(edited));
    return flash;
}

Result<FlashImage> readFlash(const program::Program* program, const FlashStorage& storage, std::uint64_t quota)
{
    FlashImage image;
    if (program && !program->folder.empty()) {
        const auto folder = openProjectFlash(*program, quota, noTime, [](const std::string&) {});
        if (!folder) return tl::unexpected(folder.error());
        if (auto read = readFolder(**folder, "", image); !read) return tl::unexpected(read.error());
        return image;
    }
    if (storage.files)
        if (auto read = readFolder(*storage.files->clone(noTime), "", image); !read) return tl::unexpected(read.error());
    if (program) image.files["/main.py"] = program->main;
    return image;
}

Result<std::shared_ptr<FlashStorage>> makeFlash(const FlashImage& image, std::uint64_t quota)
{
    auto storage = std::make_shared<FlashStorage>();
    storage->files = FlashFileSystem::inMemory(quota, noTime);
    for (const std::string& folder : image.folders)
        if (!storage->files->makeDirectory(folder).has_value())
            return failure(fmt::format("{} does not fit into the board's flash of {} bytes", folder, quota));
    for (const auto& [path, content] : image.files)
        if (!storage->files->writeFile(path, content).has_value())
            return failure(fmt::format("{} does not fit into the board's flash of {} bytes", path, quota));
    return storage;
}

}  // namespace coroboard::modules
