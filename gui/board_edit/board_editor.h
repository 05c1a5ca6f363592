// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// BoardEditor: the board somebody edits: a draft, what is selected, and every change as a step that can be undone. Canvas, inspector and
// window all work on it; it knows no widget. GUI thread.

#include <QObject>
#include <QPointF>
#include <QSizeF>
#include <QStringList>
#include <QUndoStack>
#include <optional>

#include "board/board_draft.h"

namespace coroboard::gui {

class BoardEditor final : public QObject {
    Q_OBJECT

public:
    explicit BoardEditor(QObject* parent = nullptr);

    // A board from its file; forgets the one that was there, with its steps.
    Result<void> open(const QString& file);
    // The same with text that was not saved.
    Result<void> restore(const QString& file, const QString& text);
    void close();

    bool isOpen() const { return m_draft.has_value(); }
    QString file() const { return m_file; }
    const board::BoardDraft& draft() const { return *m_draft; }
    const board::BoardProfile& profile() const { return m_draft->profile(); }
    QUndoStack& steps() { return m_steps; }

    // Whether it differs from what is on disk; setSaved() says that it does not, and where it is now.
    bool modified() const { return m_draft && m_draft->text() != m_savedText; }
    void setSaved(const QString& file);

    const QStringList& selection() const { return m_selection; }
    // The selected wire, by the pin it belongs to.
    const std::optional<board::PartPin>& selectedWire() const { return m_wire; }
    void select(const QStringList& parts);
    void selectWire(const board::PartPin& pin);

    // Steps. A new or copied part is selected.
    void add(const QString& model, QPointF place);
    void duplicateSelected();
    void removeSelected();                   // parts, or the wire
    void moveSelected(QPointF by);
    void turnSelected(double degrees);
    void wire(const board::PartPin& pin, const QString& wire);
    void join(const board::PartPin& from, const board::PartPin& to);
    Result<void> rename(const QString& part, const QString& id);
    void setPlace(const QString& part, QPointF place);
    void setSize(const QString& part, QSizeF size);
    void setRotation(const QString& part, double degrees);
    void setLabel(const QString& part, const QString& label);
    void setKey(const QString& part, const QString& key);
    void setParameter(const QString& part, const QString& parameter, const std::optional<board::ParameterValue>& value);
    void setControl(const QString& part, const QString& control, std::optional<double> value);

    // The distance things snap to: about a hundredth of the picture.
    double grid() const;
    // What people call a part.
    QString nameOf(const QString& part) const;

Q_SIGNALS:
    void opened();
    void changed();
    void selectionChanged();

private:
    class Step;
    struct State {
        board::BoardDraft draft;
        QStringList selection;
    };
    // `merging` names steps that make one when they follow each other.
    void push(const QString& text, State after, const QString& merging = {});
    void push(const QString& text, const board::BoardDraft& after) { push(text, {after, m_selection}); }
    void take(const State& state);
    QPointF within(QPointF place) const;
    QString selectedName() const;
    Result<void> take(Result<board::BoardDraft> draft, const QString& file);

    QString m_file;
    std::optional<board::BoardDraft> m_draft;
    std::string m_savedText;
    QStringList m_selection;
    std::optional<board::PartPin> m_wire;
    QUndoStack m_steps;
};

}  // namespace coroboard::gui
