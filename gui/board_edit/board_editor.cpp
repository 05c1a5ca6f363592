// SPDX-License-Identifier: GPL-3.0-or-later
#include "board_edit/board_editor.h"

#include <QRegularExpression>
#include <QUndoCommand>
#include <algorithm>
#include <cmath>

#include "simulation/part_catalogue.h"

namespace coroboard::gui {

using board::BoardDraft;
using board::PartPin;

// One step: the draft before and after. Steps of the same kind that follow each other become one.
class BoardEditor::Step final : public QUndoCommand {
public:
    Step(BoardEditor& editor, const QString& text, State before, State after, QString merging)
        : QUndoCommand(text), m_editor(editor), m_before(std::move(before)), m_after(std::move(after)), m_merging(std::move(merging))
    {
    }

    void undo() override { m_editor.take(m_before); }
    void redo() override { m_editor.take(m_after); }
    int id() const override { return m_merging.isEmpty() ? -1 : 1; }
    bool mergeWith(const QUndoCommand* next) override
    {
        const auto* step = static_cast<const Step*>(next);
        if (step->m_merging != m_merging) return false;
        m_after = step->m_after;
        return true;
    }

private:
    BoardEditor& m_editor;
    State m_before;
    State m_after;
    QString m_merging;
};

BoardEditor::BoardEditor(QObject* parent) : QObject(parent) {}

Result<void> BoardEditor::take(Result<BoardDraft> draft, const QString& file)
{
    if (!draft) return tl::unexpected(draft.error());
    m_file = file;
    m_draft = std::move(*draft);
    m_steps.clear();
    m_selection.clear();
    m_wire.reset();
    return {};
}

Result<void> BoardEditor::open(const QString& file)
{
    const auto taken = take(BoardDraft::load(file.toStdString()), file);
    if (!taken) {
        close();
        return taken;
    }
    m_savedText = m_draft->text();
    Q_EMIT opened();
    return {};
}

Result<void> BoardEditor::restore(const QString& file, const QString& text)
{
    if (const auto saved = open(file); !saved) return saved;
    if (const auto taken = take(BoardDraft::parse(text.toStdString(), file.toStdString()), file); !taken) return taken;
    Q_EMIT opened();
    return {};
}

void BoardEditor::close()
{
    m_file.clear();
    m_draft.reset();
    m_savedText.clear();
    m_selection.clear();
    m_wire.reset();
    m_steps.clear();
    Q_EMIT opened();
}

void BoardEditor::setSaved(const QString& file)
{
    m_file = file;
    m_savedText = m_draft->text();
    Q_EMIT changed();
}

void BoardEditor::select(const QStringList& parts)
{
    if (parts == m_selection && !m_wire) return;
    m_selection = parts;
    m_wire.reset();
    Q_EMIT selectionChanged();
}

void BoardEditor::selectWire(const PartPin& pin)
{
    m_selection.clear();
    m_wire = pin;
    Q_EMIT selectionChanged();
}

void BoardEditor::push(const QString& text, State after, const QString& merging)
{
    if (after.draft == *m_draft) return;
    m_steps.push(new Step(*this, text, {*m_draft, m_selection}, std::move(after), merging));
}

void BoardEditor::take(const State& state)
{
    m_draft = state.draft;
    m_selection = state.selection;
    if (m_wire && (!profile().part(m_wire->part) || m_draft->wireOf(*m_wire).empty())) m_wire.reset();
    Q_EMIT changed();
    Q_EMIT selectionChanged();
}

QString BoardEditor::nameOf(const QString& part) const
{
    const auto* found = profile().part(part.toStdString());
    return found ? QString::fromStdString(found->label.empty() ? found->id : found->label) : part;
}

QString BoardEditor::selectedName() const
{
    return m_selection.size() == 1 ? nameOf(m_selection.first()) : tr("%1 parts").arg(m_selection.size());
}

double BoardEditor::grid() const { return std::max(1.0, std::round(profile().pictureWidth / 100)); }

QPointF BoardEditor::within(QPointF place) const
{
    return {std::clamp(place.x(), 0.0, profile().pictureWidth), std::clamp(place.y(), 0.0, profile().pictureHeight)};
}

void BoardEditor::add(const QString& model, QPointF place)
{
    BoardDraft draft = *m_draft;
    const QPointF inside = within(place);
    const std::string id = draft.add(model.toStdString(), {inside.x(), inside.y()});
    const auto* description = simulation::describeModel(model.toStdString());
    push(tr("Add %1").arg(description ? QString::fromStdString(description->title) : model), {draft, {QString::fromStdString(id)}});
}

void BoardEditor::duplicateSelected()
{
    if (m_selection.isEmpty()) return;
    BoardDraft draft = *m_draft;
    QStringList copies;
    for (const QString& part : m_selection)
        copies.append(QString::fromStdString(draft.duplicate(part.toStdString(), {2 * grid(), 2 * grid()})));
    push(tr("Duplicate %1").arg(selectedName()), {draft, copies});
}

void BoardEditor::removeSelected()
{
    BoardDraft draft = *m_draft;
    if (m_wire) {
        draft.wire(*m_wire, "");
        return push(tr("Remove the wire of %1").arg(QString::fromStdString(m_wire->pin)), draft);
    }
    if (m_selection.isEmpty()) return;
    for (const QString& part : m_selection) draft.remove(part.toStdString());
    push(tr("Remove %1").arg(selectedName()), {draft, {}});
}

void BoardEditor::moveSelected(QPointF by)
{
    BoardDraft draft = *m_draft;
    for (const QString& part : m_selection) {
        const auto& place = profile().part(part.toStdString())->place;
        const QPointF to = within(QPointF(place.x, place.y) + by);
        draft.setPlace(part.toStdString(), {to.x(), to.y()});
    }
    push(tr("Move %1").arg(selectedName()), {draft, m_selection}, QStringLiteral("move ") + m_selection.join(QLatin1Char(' ')));
}

void BoardEditor::turnSelected(double degrees)
{
    BoardDraft draft = *m_draft;
    for (const QString& part : m_selection)
        draft.setRotation(part.toStdString(), profile().part(part.toStdString())->rotation + degrees);
    push(tr("Rotate %1").arg(selectedName()), draft);
}

void BoardEditor::wire(const PartPin& pin, const QString& wire)
{
    BoardDraft draft = *m_draft;
    draft.wire(pin, wire.toStdString());
    const QString name = QString::fromStdString(pin.pin);
    push(wire.isEmpty() ? tr("Remove the wire of %1").arg(name) : tr("Wire %1 to %2").arg(name, wire), draft);
}

void BoardEditor::join(const PartPin& from, const PartPin& to)
{
    BoardDraft draft = *m_draft;
    draft.join(from, to);
    push(tr("Wire %1 to %2").arg(QString::fromStdString(from.pin), QString::fromStdString(to.pin)), draft);
}

Result<void> BoardEditor::rename(const QString& part, const QString& id)
{
    BoardDraft draft = *m_draft;
    if (const auto renamed = draft.rename(part.toStdString(), id.toStdString()); !renamed) return renamed;
    QStringList selection = m_selection;
    selection.replaceInStrings(QRegularExpression(QStringLiteral("^%1$").arg(QRegularExpression::escape(part))), id);
    push(tr("Rename %1 to %2").arg(part, id), {draft, selection});
    return {};
}

void BoardEditor::setPlace(const QString& part, QPointF place)
{
    BoardDraft draft = *m_draft;
    const QPointF inside = within(place);
    draft.setPlace(part.toStdString(), {inside.x(), inside.y()});
    push(tr("Move %1").arg(nameOf(part)), draft);
}

void BoardEditor::setSize(const QString& part, QSizeF size)
{
    BoardDraft draft = *m_draft;
    draft.setSize(part.toStdString(), size.width(), size.height());
    push(tr("Resize %1").arg(nameOf(part)), draft);
}

void BoardEditor::setRotation(const QString& part, double degrees)
{
    BoardDraft draft = *m_draft;
    draft.setRotation(part.toStdString(), degrees);
    push(tr("Rotate %1").arg(nameOf(part)), draft);
}

void BoardEditor::setLabel(const QString& part, const QString& label)
{
    BoardDraft draft = *m_draft;
    draft.setLabel(part.toStdString(), label.toStdString());
    push(tr("Name %1").arg(label.isEmpty() ? part : label), draft);
}

void BoardEditor::setKey(const QString& part, const QString& key)
{
    BoardDraft draft = *m_draft;
    draft.setKey(part.toStdString(), key.toStdString());
    push(tr("Key of %1").arg(nameOf(part)), draft);
}

void BoardEditor::setParameter(const QString& part, const QString& parameter, const std::optional<board::ParameterValue>& value)
{
    BoardDraft draft = *m_draft;
    draft.setParameter(part.toStdString(), parameter.toStdString(), value);
    push(tr("Change %1 of %2").arg(parameter, nameOf(part)), draft);
}

void BoardEditor::setControl(const QString& part, const QString& control, std::optional<double> value)
{
    BoardDraft draft = *m_draft;
    draft.setControl(part.toStdString(), control.toStdString(), value);
    push(tr("Change %1 of %2").arg(control, nameOf(part)), draft);
}

}  // namespace coroboard::gui
