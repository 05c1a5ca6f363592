// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

#include "signals/decode_form.h"
#include "signals/signal_file.h"
#include "signals/signals_view.h"
#include "signals/span_text.h"
#include "signals/trigger_form.h"

namespace coroboard::gui {

void SignalsView::buildExport()
{
    m_file = new SignalFile(this);
    connect(m_file, &SignalFile::written, this, [this](const QString& path, const QString& problem) {
        if (problem.isEmpty()) Q_EMIT told(tr("%1 is written.").arg(QFileInfo(path).fileName()));
        else Q_EMIT failed(problem);
    });
    QAction* both = tool("exportSignals", tr("Export"), QStringLiteral("export"), {});
    auto* menu = new QMenu(this);
    menu->addAction(tr("What is &visible…"), this, [this] { askExport(Exported::Visible); });
    menu->addAction(tr("&Everything recorded…"), this, [this] { askExport(Exported::Everything); });
    both->setMenu(menu);
}

void SignalsView::askExport(Exported what)
{
    auto* dialog = new QFileDialog(this, what == Exported::Visible ? tr("Export what is visible") : tr("Export everything recorded"),
                                   m_exportFolder.isEmpty() ? QDir::homePath() : m_exportFolder);
    dialog->setObjectName(QStringLiteral("exportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    QStringList filters{tr("Waveforms for PulseView and GTKWave (*.vcd)"), tr("Table (*.csv)")};
    if (what == Exported::Visible) filters.append(tr("Picture (*.png)"));
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(QStringLiteral("vcd"));
    const QStringList endings{QStringLiteral("vcd"), QStringLiteral("csv"), QStringLiteral("png")};
    connect(dialog, &QFileDialog::filterSelected, dialog,
            [dialog, filters, endings](const QString& filter) { dialog->setDefaultSuffix(endings.value(static_cast<int>(filters.indexOf(filter)))); });
    connect(dialog, &QFileDialog::fileSelected, this, [this, what](const QString& path) { exportTo(path, what); });
    dialog->open();
}

void SignalsView::exportTo(const QString& path, Exported what)
{
    m_exportFolder = QFileInfo(path).path();
    const QString ending = QFileInfo(path).suffix();
    if (ending == QStringLiteral("png")) {
        if (m_picture->grab().save(path)) Q_EMIT told(tr("%1 is written.").arg(QFileInfo(path).fileName()));
        else Q_EMIT failed(tr("%1: cannot be written").arg(path));
        return;
    }
    if (ending != QStringLiteral("vcd") && ending != QStringLiteral("csv"))
        return Q_EMIT failed(tr("%1: signals are written as .vcd, .csv or .png").arg(QFileInfo(path).fileName()));
    std::vector<trace::ExportedSignal> signals;
    for (const Lane& lane : m_lanes.lanes())
        if (lane.kind != LaneKind::Decoded) signals.push_back({lane.signal.toStdString(), lane.title.simplified().toStdString()});
    SignalFile::Stretch stretch{time::powerOn, time::never};
    const TimeAxis& axis = m_canvas->axis();
    if (what == Exported::Visible) stretch = {axis.timeAt(0), axis.timeAt(axis.width())};
    if (!m_file->write(m_canvas->capture(), signals, stretch, path)) return Q_EMIT failed(tr("Another export is still being written."));
    Q_EMIT told(tr("Writing %1…").arg(QFileInfo(path).fileName()));
}

void SignalsView::toggleTrigger()
{
    const bool wasArmed = m_canvas->trigger().mode() != TriggerMode::Off;
    m_armed->setChecked(wasArmed);
    if (wasArmed) return m_canvas->disarm();
    const int row = m_canvas->currentLane();
    m_decodeForm->hide();
    m_triggerForm->open(pinNames(), row >= 0 && m_lanes.lane(row).kind == LaneKind::Digital ? m_lanes.lane(row).signal : QString());
}

QStringList SignalsView::pinNames() const
{
    QStringList pins;
    if (m_pending.signals)
        for (const auto& signal : *m_pending.signals)
            if (signal.kind == trace::SignalKind::Digital) pins.append(QString::fromStdString(signal.name));
    return pins;
}

QStringList SignalsView::triggerTexts() const
{
    const TriggerWatch& trigger = m_canvas->trigger();
    QStringList texts;
    if (trigger.last()) texts.append(QStringLiteral("T %1").arg(instantText(nanoseconds(*trigger.last()), m_canvas->axis().scale())));
    else if (trigger.mode() != TriggerMode::Off) texts.append(tr("Waiting for %1").arg(QString::fromStdString(trigger.trigger().signal)));
    return texts;
}

}  // namespace coroboard::gui
