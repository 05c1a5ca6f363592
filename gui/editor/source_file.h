// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SourceFile: where an editor's text lives on disk. Reading checks that it is text of a sensible size; writing is atomic: the old file
// stays whole until the new one is. Line ends are kept as they were found.

#include <QString>

#include "base/result.h"

namespace coroboard::gui {

struct SourceText {
    QString text;                // "\n" line ends
    bool windowsLineEnds = false;
};

// At most 4 MiB of UTF-8. The error names the file and what is wrong with it.
Result<SourceText> readSource(const QString& path);
Result<void> writeSource(const QString& path, const SourceText& source);

}  // namespace coroboard::gui
