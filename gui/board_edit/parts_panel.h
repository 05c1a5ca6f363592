// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PartsPanel: what stands beside the board while it is edited: the palette of parts, and what the selected one is made of. Selecting a part
// brings its properties to the front.

#include <QTabWidget>

#include "board_edit/part_inspector.h"
#include "board_edit/part_palette.h"

namespace coroboard::gui {

class PartsPanel final : public QTabWidget {
    Q_OBJECT

public:
    explicit PartsPanel(BoardEditor& editor, QWidget* parent = nullptr)
        : QTabWidget(parent), m_palette(new PartPalette(this)), m_inspector(new PartInspector(editor, this))
    {
        setDocumentMode(true);
        addTab(m_palette, tr("Add a part"));
        addTab(m_inspector, tr("Properties"));
        connect(&editor, &BoardEditor::selectionChanged, this, [this] {
            if (!m_inspector->part().isEmpty()) setCurrentWidget(m_inspector);
        });
    }

    PartPalette& partPalette() const { return *m_palette; }
    PartInspector& inspector() const { return *m_inspector; }

private:
    PartPalette* m_palette;
    PartInspector* m_inspector;
};

}  // namespace coroboard::gui
