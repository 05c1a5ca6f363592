// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SignalFile: writes a stretch of a recording to a VCD or CSV file on a thread of its own, while window and board go on. The file appears
// whole under its name, or not at all. One at a time; destroying gives up. GUI thread.

#include <QObject>
#include <QThread>
#include <atomic>
#include <memory>

#include "trace/capture_export.h"

namespace coroboard::gui {

class SignalFile final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    ~SignalFile() override;

    struct Stretch {
        time::VirtualTime from{};
        time::VirtualTime to{};
    };
    // The ending of `path` says which: .vcd or .csv. False while another is being written.
    bool write(const trace::SignalCapture& capture, const std::vector<trace::ExportedSignal>& signals, Stretch stretch, const QString& path);
    bool busy() const { return m_thread != nullptr; }

Q_SIGNALS:
    // The problem is empty when all went well.
    void written(const QString& path, const QString& problem);

private:
    std::unique_ptr<QThread> m_thread;
    std::atomic<bool> m_giveUp{false};
};

}  // namespace coroboard::gui
