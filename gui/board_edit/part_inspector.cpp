// SPDX-License-Identifier: GPL-3.0-or-later
#include "board_edit/part_inspector.h"

#include <QSignalBlocker>
#include <QVBoxLayout>

#include "board_edit/wrapped_text.h"
#include "sensor_panel/wheel_guard.h"
#include "theme/theme.h"

namespace coroboard::gui {

PartInspector::PartInspector(BoardEditor& editor, QWidget* parent)
    : QWidget(parent), m_editor(editor), m_parts(new QComboBox(this)), m_scroll(new QScrollArea(this))
{
    m_parts->setObjectName(QStringLiteral("inspectedPart"));
    m_parts->setAccessibleName(tr("Part"));
    new WheelGuard(m_parts);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto* top = new QVBoxLayout;
    top->setContentsMargins(spacing::normal, spacing::normal, spacing::normal, spacing::normal);
    top->addWidget(m_parts);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_scroll, 1);
    connect(m_parts, &QComboBox::activated, this, [this](int row) {
        const QString id = m_parts->itemData(row).toString();
        m_editor.select(id.isEmpty() ? QStringList() : QStringList(id));
    });
    connect(&m_editor, &BoardEditor::opened, this, &PartInspector::follow);
    connect(&m_editor, &BoardEditor::changed, this, &PartInspector::follow);
    connect(&m_editor, &BoardEditor::selectionChanged, this, &PartInspector::follow);
    follow();
}

// The form is only made anew for another part, so that the cursor stays in a field while one types.
void PartInspector::follow()
{
    const QStringList& selection = m_editor.selection();
    const QString wanted = m_editor.isOpen() && selection.size() == 1 ? selection.first()
                           : m_editor.isOpen() && m_editor.selectedWire() ? QString::fromStdString(m_editor.selectedWire()->part)
                                                                          : QString();
    const bool another = wanted != m_part || !m_body;
    m_part = wanted;
    fillParts();
    if (another)
        build();
    else
        refresh();
}

void PartInspector::fillParts()
{
    const QSignalBlocker quiet(m_parts);
    m_parts->clear();
    const auto count = m_editor.selection().size();
    m_parts->addItem(count > 1 ? tr("%1 parts selected").arg(count) : tr("Choose a part…"));
    if (!m_editor.isOpen()) return;
    for (const auto& part : m_editor.profile().parts) {
        const QString id = QString::fromStdString(part.id);
        m_parts->addItem(m_editor.nameOf(id), id);
    }
    m_parts->setCurrentIndex(std::max(0, m_part.isEmpty() ? 0 : m_parts->findData(m_part)));
}

void PartInspector::build()
{
    m_refreshers.clear();
    m_name = nullptr;
    m_body = new QWidget;
    auto* column = new QVBoxLayout(m_body);
    column->setContentsMargins(spacing::normal, 0, spacing::normal, spacing::normal);
    column->setSpacing(spacing::normal);
    if (m_part.isEmpty()) {
        auto* hint = new WrappedText(tr("Select a part on the board to see and change what it is made of.\n\nDrag from one of its pads to a pin of the board "
                                   "to wire it."));
        hint->setForegroundRole(QPalette::PlaceholderText);
        column->addWidget(hint);
    } else {
        addIdentity();
        addPins();
        addParameters();
        addControls();
        addKey();
        addPlace();
    }
    column->addStretch(1);
    if (QWidget* old = m_scroll->takeWidget()) old->deleteLater();
    m_scroll->setWidget(m_body);
    refresh();
}

void PartInspector::refresh()
{
    for (const auto& each : m_refreshers) each();
}

void PartInspector::focusName()
{
    if (!m_name) return;
    m_name->setFocus();
    m_name->selectAll();
}

}  // namespace coroboard::gui
