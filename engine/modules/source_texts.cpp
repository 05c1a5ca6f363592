// SPDX-License-Identifier: MIT
#include "modules/source_texts.h"

#include <algorithm>

#include "modules/python_modules.h"

namespace coroboard::modules {

namespace {

const PythonModule* ourModule(std::string_view file)
{
    constexpr std::string_view root = "/.modules/";
    if (file.substr(0, root.size()) == root) file.remove_prefix(root.size());
    const auto modules = pythonModules();
    const auto found = std::find_if(modules.begin(), modules.end(), [&](const PythonModule& module) { return module.path == file; });
    return found == modules.end() ? nullptr : &*found;
}

}  // namespace

SourceOwner ownerOf(std::string_view file) { return ourModule(file) ? SourceOwner::Ours : SourceOwner::Program; }

std::optional<std::string> sourceText(micropython::FlashFileSystem& flash, const std::string& file)
{
    if (const PythonModule* module = ourModule(file)) return std::string(module->text);
    for (const std::string& path : {file.substr(0, 1) == "/" ? file : "/" + file, "/lib/" + file})
        if (auto text = flash.readFile(path)) return *std::move(text);
    return std::nullopt;
}

}  // namespace coroboard::modules
