// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PartInspector: what the selected part is made of, to be read and changed: name, id, place, the wire of every pin, parameters, where its
// controls stand at power-on, its key. Built from the model's description; it knows no part by name. All goes through BoardEditor.

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <functional>

#include "board_edit/board_editor.h"

namespace coroboard::gui {

class WrappedText;

class PartInspector final : public QWidget {
    Q_OBJECT

public:
    // The editor outlives the inspector.
    explicit PartInspector(BoardEditor& editor, QWidget* parent = nullptr);

    // The part it shows; empty when none or several are selected.
    QString part() const { return m_part; }
    void focusName();

private:
    void follow();
    void fillParts();
    void build();
    void refresh();

    // part_inspector_rows.cpp; each adds its rows to the form and what brings them up to date to m_refreshers.
    QFormLayout* section(const QString& title);
    void addIdentity();
    void addPlace();
    void addPins();
    void addParameters();
    void addControls();
    void addKey();
    QLineEdit* addText(QFormLayout* form, const QString& name, const QString& label);
    class QDoubleSpinBox* addNumber(QFormLayout* form, const QString& name, const QString& label, double minimum, double maximum, const QString& unit);
    QComboBox* addChoice(QFormLayout* form, const QString& name, const QString& label);
    WrappedText* addProblem(QFormLayout* form, const QString& name);
    const board::PartProfile& profile() const { return *m_editor.profile().part(m_part.toStdString()); }
    QString problemsOf(const std::string& pin) const;

    BoardEditor& m_editor;
    QComboBox* m_parts;
    QScrollArea* m_scroll;
    QWidget* m_body = nullptr;
    QString m_part;
    std::vector<std::function<void()>> m_refreshers;
    QLineEdit* m_name = nullptr;
};

}  // namespace coroboard::gui
