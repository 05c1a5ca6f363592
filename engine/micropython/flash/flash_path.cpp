// SPDX-License-Identifier: MIT
#include "micropython/flash/flash_path.h"

#include <algorithm>

namespace coroboard::micropython {

std::vector<std::string_view> pathNames(std::string_view cleanPath)
{
    std::vector<std::string_view> names;
    std::size_t at = 0;
    while (at < cleanPath.size()) {
        const std::size_t end = std::min(cleanPath.find('/', at), cleanPath.size());
        if (end > at) {
            names.push_back(cleanPath.substr(at, end - at));
        }
        at = end + 1;
    }
    return names;
}

FileResult<std::string> cleanPath(std::string_view currentDirectory, std::string_view path)
{
    if (path.empty()) {
        return fails(FileError::NoEntry);
    }
    if (!isUtf8(path)) {
        return fails(FileError::Invalid);
    }
    std::vector<std::string_view> names;
    if (path.front() != '/') {
        names = pathNames(currentDirectory);
    }
    for (const std::string_view name : pathNames(path)) {
        if (name == "..") {
            if (!names.empty()) {
                names.pop_back();
            }
        } else if (name.size() > longestName) {
            return fails(FileError::NameTooLong);
        } else if (name != ".") {
            names.push_back(name);
        }
    }
    std::string clean;
    for (const std::string_view name : names) {
        clean += '/';
        clean += name;
    }
    if (clean.size() > longestPath || names.size() > deepestPath) {
        return fails(FileError::NameTooLong);
    }
    return clean.empty() ? "/" : clean;
}

std::string parentPath(std::string_view cleanPath)
{
    const std::size_t slash = cleanPath.rfind('/');
    return slash == 0 || slash == std::string_view::npos ? "/" : std::string(cleanPath.substr(0, slash));
}

std::string_view pathName(std::string_view cleanPath)
{
    return cleanPath.substr(cleanPath.rfind('/') + 1);
}

bool isUtf8(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
        if (length == 0 || at + length > text.size()) {
            return false;
        }
        for (std::size_t next = at + 1; next < at + length; ++next) {
            if ((static_cast<unsigned char>(text[next]) & 0xc0) != 0x80) {
                return false;
            }
        }
        at += length;
    }
    return true;
}

bool isInside(std::string_view path, std::string_view folder)
{
    if (folder == "/") {
        return true;
    }
    return path.substr(0, folder.size()) == folder && (path.size() == folder.size() || path[folder.size()] == '/');
}

}  // namespace coroboard::micropython
