// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// DraftStore: unsaved text on disk, so that it comes back when the application or the machine dies. One file a running instance,
// <folder>/<instance>.json beside a lock that the system lets go of when the process ends; written as a whole or not at all.
// What a dead instance left is an orphan: whoever takes it owns it, nobody takes it twice. GUI thread.

#include <QLockFile>
#include <QString>
#include <memory>
#include <vector>

#include "base/result.h"

namespace coroboard::gui {

struct Draft {
    QString path;        // of the file; empty: it never had one
    QString text;        // as it was in the editor
    int line = 1;        // where the cursor stood
    QString program{};   // the file that was run while it was open; its own path for a lone program
    bool operator==(const Draft&) const = default;
};

class DraftStore {
public:
    explicit DraftStore(const QString& folder);
    ~DraftStore();
    DraftStore(const DraftStore&) = delete;
    DraftStore& operator=(const DraftStore&) = delete;

    // Replaces what this instance keeps; an empty list removes it. Does nothing when nothing changed.
    Result<void> keep(const std::vector<Draft>& drafts);

    // The drafts of instances that died, the latest death first; gone from disk afterwards (what is wanted again is kept again).
    std::vector<Draft> takeOrphans();

private:
    QString m_folder;
    QString m_file;
    std::unique_ptr<QLockFile> m_lock;
    std::vector<Draft> m_kept;
};

}  // namespace coroboard::gui
