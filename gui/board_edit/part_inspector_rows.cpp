// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCheckBox>
#include <QColorDialog>
#include <QDoubleSpinBox>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "board_edit/part_inspector.h"
#include "board_edit/wrapped_text.h"
#include "sensor_panel/wheel_guard.h"
#include "simulation/part_catalogue.h"
#include "theme/theme.h"

namespace coroboard::gui {

namespace {

const QString none = QString::fromUtf8("—");

// As many decimals as a step needs.
int decimalsOf(double step) { return step >= 1 ? 0 : std::clamp(static_cast<int>(std::ceil(-std::log10(step) - 1e-9)), 1, 6); }

// A count, an address: nobody gives it a fraction.
bool isWhole(const parts::NumberParameter& number)
{
    for (double each : {number.minimum, number.maximum, number.initial})
        if (std::trunc(each) != each) return false;
    return number.unit.empty() || number.maximum - number.minimum >= 15;
}

void mark(QWidget* field, bool wrong)
{
    if (field->property("wrong").toBool() == wrong) return;
    field->setProperty("wrong", wrong);
    field->setStyleSheet(wrong ? QStringLiteral("border-color: %1").arg(coloursFor(field->palette()).failed.name()) : QString());
}

}  // namespace

QFormLayout* PartInspector::section(const QString& title)
{
    auto* column = static_cast<QVBoxLayout*>(m_body->layout());
    if (!title.isEmpty()) {
        auto* heading = new QLabel(title);
        QFont font = heading->font();
        font.setWeight(QFont::DemiBold);
        heading->setFont(font);
        column->addSpacing(spacing::tight);
        column->addWidget(heading);
    }
    auto* form = new QFormLayout;
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(spacing::normal);
    form->setVerticalSpacing(spacing::tight);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    column->addLayout(form);
    return form;
}

QLineEdit* PartInspector::addText(QFormLayout* form, const QString& name, const QString& label)
{
    auto* field = new QLineEdit;
    field->setObjectName(name);
    field->setAccessibleName(label);
    form->addRow(label, field);
    return field;
}

QDoubleSpinBox* PartInspector::addNumber(QFormLayout* form, const QString& name, const QString& label, double minimum, double maximum, const QString& unit)
{
    auto* field = new QDoubleSpinBox;
    field->setObjectName(name);
    field->setAccessibleName(label);
    field->setRange(minimum, maximum);
    field->setKeyboardTracking(false);
    field->setMinimumWidth(60);
    if (!unit.isEmpty()) field->setSuffix(QLatin1Char(' ') + unit);
    new WheelGuard(field);
    form->addRow(new WrappedText(label), field);
    return field;
}

QComboBox* PartInspector::addChoice(QFormLayout* form, const QString& name, const QString& label)
{
    auto* field = new QComboBox;
    field->setObjectName(name);
    field->setAccessibleName(label);
    field->setMinimumContentsLength(6);
    field->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    new WheelGuard(field);
    form->addRow(label, field);
    return field;
}

WrappedText* PartInspector::addProblem(QFormLayout* form, const QString& name)
{
    auto* problem = new WrappedText;
    problem->setObjectName(name);
    problem->setTextInteractionFlags(Qt::TextSelectableByMouse);
    problem->hide();
    form->addRow(problem);
    return problem;
}

QString PartInspector::problemsOf(const std::string& pin) const
{
    QStringList texts;
    for (const auto& problem : m_editor.draft().problems())
        if (problem.part == m_part.toStdString() && problem.pin == pin) texts.append(QString::fromStdString(problem.text).toHtmlEscaped());
    return texts.isEmpty() ? QString() : QStringLiteral("<span style='color:%1'>%2</span>").arg(coloursFor(palette()).failed.name(), texts.join(QStringLiteral("<br>")));
}

void PartInspector::addIdentity()
{
    QFormLayout* form = section({});
    const auto* description = simulation::describeModel(profile().model);
    auto* kind = new WrappedText(description ? QString::fromStdString(description->title) : QString::fromStdString(profile().model));
    kind->setForegroundRole(QPalette::PlaceholderText);
    form->addRow(kind);
    WrappedText* problem = addProblem(form, QStringLiteral("partProblem"));
    m_name = addText(form, QStringLiteral("partLabel"), tr("Name"));
    QLineEdit* id = addText(form, QStringLiteral("partId"), tr("Id"));
    connect(m_name, &QLineEdit::editingFinished, this, [this] { m_editor.setLabel(m_part, m_name->text().trimmed()); });
    connect(id, &QLineEdit::editingFinished, this, [this, id] {
        const auto renamed = m_editor.rename(m_part, id->text().trimmed());
        mark(id, !renamed);
        id->setToolTip(renamed ? QString() : QString::fromStdString(renamed.error().message));
    });
    m_refreshers.emplace_back([this, id, problem] {
        if (!m_name->hasFocus() || !m_name->isModified()) m_name->setText(QString::fromStdString(profile().label));
        if (!id->hasFocus()) id->setText(m_part);
        problem->tell(problemsOf(""));
    });
}

void PartInspector::addPins()
{
    const auto* description = simulation::describeModel(profile().model);
    if (!description || description->pins.empty()) return;
    QFormLayout* form = section(tr("Wires"));
    for (const auto& pin : description->pins) {
        QComboBox* field = addChoice(form, QStringLiteral("wire-") + QString::fromStdString(pin.id), QString::fromStdString(pin.id));
        field->setToolTip(QString::fromStdString(pin.label));
        field->setAccessibleName(tr("Wire of %1").arg(QString::fromStdString(pin.id)));
        WrappedText* problem = addProblem(form, QStringLiteral("problem-") + QString::fromStdString(pin.id));
        connect(field, &QComboBox::activated, this, [this, field, pin] {
            m_editor.wire({m_part.toStdString(), pin.id}, field->currentIndex() == 0 ? QString() : field->currentText());
        });
        m_refreshers.emplace_back([this, field, problem, pin] {
            const board::PartPin here{m_part.toStdString(), pin.id};
            field->clear();
            field->addItem(pin.otherwise.empty() || pin.otherwise == board::unconnected ? none : tr("as usual (%1)").arg(QString::fromStdString(pin.otherwise)));
            for (const std::string& wire : m_editor.draft().wiresFor(here))
                if (wire != board::unconnected) field->addItem(QString::fromStdString(wire));
            const QString wire = QString::fromStdString(m_editor.draft().wireOf(here));
            const int row = wire.isEmpty() ? 0 : field->findText(wire);
            if (row < 0) field->addItem(wire);
            field->setCurrentIndex(row < 0 ? field->count() - 1 : row);
            const QString text = problemsOf(pin.id);
            mark(field, !text.isEmpty());
            problem->tell(text);
        });
    }
}

void PartInspector::addParameters()
{
    const auto choices = simulation::choicesOf(profile().model);
    if (choices.numbers.empty() && choices.words.empty()) return;
    QFormLayout* form = section(tr("Parameters"));
    for (const auto& number : choices.numbers) {
        const QString id = QString::fromStdString(number.id);
        QDoubleSpinBox* field = addNumber(form, QStringLiteral("parameter-") + id, QString::fromStdString(number.label), number.minimum, number.maximum,
                                          QString::fromStdString(number.unit));
        field->setDecimals(isWhole(number) ? 0 : 3);
        connect(field, &QDoubleSpinBox::valueChanged, this, [this, id, initial = number.initial](double value) {
            m_editor.setParameter(m_part, id, value == initial ? std::nullopt : std::optional<board::ParameterValue>(value));
        });
        m_refreshers.emplace_back([this, field, number] {
            const QSignalBlocker quiet(field);
            const auto given = profile().numbers.find(number.id);
            const double value = given == profile().numbers.end() ? number.initial : given->second;
            if (std::round(value) != value && field->decimals() == 0) field->setDecimals(3);
            field->setValue(value);
        });
    }
    for (const auto& word : choices.words) {
        const QString id = QString::fromStdString(word.id);
        const auto set = [this, id, initial = word.initial](const QString& value) {
            m_editor.setParameter(m_part, id, value.toStdString() == initial ? std::nullopt : std::optional<board::ParameterValue>(value.toStdString()));
        };
        const auto given = [this, word] {
            const auto found = profile().words.find(word.id);
            return QString::fromStdString(found == profile().words.end() ? word.initial : found->second);
        };
        if (word.kind == parts::WordParameter::Kind::Choice) {
            QComboBox* field = addChoice(form, QStringLiteral("parameter-") + id, QString::fromStdString(word.label));
            for (const std::string& choice : word.choices) field->addItem(QString::fromStdString(choice));
            connect(field, &QComboBox::textActivated, this, set);
            m_refreshers.emplace_back([field, given] { field->setCurrentText(given()); });
            continue;
        }
        auto* button = new QPushButton;
        button->setObjectName(QStringLiteral("parameter-") + id);
        button->setAccessibleName(QString::fromStdString(word.label));
        form->addRow(QString::fromStdString(word.label), button);
        connect(button, &QPushButton::clicked, this, [this, given, set] {
            auto* dialog = new QColorDialog(QColor(given()), this);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            connect(dialog, &QColorDialog::colorSelected, this, [set](const QColor& colour) { set(colour.name()); });
            dialog->open();
        });
        m_refreshers.emplace_back([button, given] {
            QPixmap chip(16, 16);
            chip.fill(QColor(given()));
            button->setIcon(chip);
            button->setText(given());
        });
    }
}

void PartInspector::addControls()
{
    const auto* description = simulation::describeModel(profile().model);
    if (!description || std::all_of(description->controls.begin(), description->controls.end(),
                                    [](const auto& control) { return control.kind == parts::ControlKind::Momentary; }))
        return;
    QFormLayout* form = section(tr("When the board starts"));
    for (const auto& control : description->controls) {
        if (control.kind == parts::ControlKind::Momentary) continue;
        const QString id = QString::fromStdString(control.id);
        const auto set = [this, id, initial = control.initial](double value) {
            m_editor.setControl(m_part, id, value == initial ? std::nullopt : std::optional(value));
        };
        const auto given = [this, control] {
            const auto found = profile().controls.find(control.id);
            return found == profile().controls.end() ? control.initial : found->second;
        };
        if (control.kind == parts::ControlKind::Toggle) {
            auto* field = new QCheckBox(QString::fromStdString(control.label));
            field->setObjectName(QStringLiteral("control-") + id);
            form->addRow(field);
            connect(field, &QCheckBox::clicked, this, [set](bool on) { set(on ? 1 : 0); });
            m_refreshers.emplace_back([field, given] { field->setChecked(given() != 0); });
            continue;
        }
        QDoubleSpinBox* field = addNumber(form, QStringLiteral("control-") + id, QString::fromStdString(control.label), control.minimum, control.maximum,
                                          QString::fromStdString(control.unit));
        field->setDecimals(decimalsOf(control.step));
        field->setSingleStep(control.step);
        connect(field, &QDoubleSpinBox::valueChanged, this, set);
        m_refreshers.emplace_back([field, given] {
            const QSignalBlocker quiet(field);
            field->setValue(given());
        });
    }
}

void PartInspector::addKey()
{
    const auto* description = simulation::describeModel(profile().model);
    if (!description || std::all_of(description->controls.begin(), description->controls.end(),
                                    [](const auto& control) { return control.kind == parts::ControlKind::Slider; }))
        return;
    QComboBox* field = addChoice(section({}), QStringLiteral("partKey"), tr("Key"));
    field->setToolTip(tr("The key of the keyboard that presses it"));
    field->addItem(none);
    for (char key = 'A'; key <= 'Z'; ++key) field->addItem(QString(QLatin1Char(key)));
    for (char key = '0'; key <= '9'; ++key) field->addItem(QString(QLatin1Char(key)));
    field->addItem(QStringLiteral("Space"));
    connect(field, &QComboBox::activated, this, [this, field](int row) { m_editor.setKey(m_part, row == 0 ? QString() : field->currentText()); });
    m_refreshers.emplace_back([this, field] { field->setCurrentIndex(std::max(0, field->findText(QString::fromStdString(profile().key)))); });
}

void PartInspector::addPlace()
{
    QFormLayout* form = section(tr("Place"));
    const auto& board = m_editor.profile();
    const double most = std::max({1.0, board.pictureWidth, board.pictureHeight});
    QDoubleSpinBox* x = addNumber(form, QStringLiteral("placeX"), tr("From the left"), 0, board.pictureWidth, {});
    QDoubleSpinBox* y = addNumber(form, QStringLiteral("placeY"), tr("From the top"), 0, board.pictureHeight, {});
    QDoubleSpinBox* width = addNumber(form, QStringLiteral("placeWidth"), tr("Width"), 1, most, {});
    QDoubleSpinBox* height = addNumber(form, QStringLiteral("placeHeight"), tr("Height"), 1, most, {});
    QDoubleSpinBox* turn = addNumber(form, QStringLiteral("placeRotation"), tr("Rotation"), 0, 359, {});
    turn->setSuffix(QStringLiteral("°"));
    turn->setSingleStep(15);
    turn->setWrapping(true);
    for (QDoubleSpinBox* field : {x, y, width, height, turn}) field->setDecimals(0);
    for (QDoubleSpinBox* field : {x, y}) {
        field->setSingleStep(m_editor.grid());
        connect(field, &QDoubleSpinBox::valueChanged, this, [this, x, y] { m_editor.setPlace(m_part, {x->value(), y->value()}); });
    }
    for (QDoubleSpinBox* field : {width, height})
        connect(field, &QDoubleSpinBox::valueChanged, this, [this, width, height] { m_editor.setSize(m_part, {width->value(), height->value()}); });
    connect(turn, &QDoubleSpinBox::valueChanged, this, [this](double degrees) { m_editor.setRotation(m_part, degrees); });
    m_refreshers.emplace_back([this, x, y, width, height, turn] {
        const auto& part = profile();
        const std::pair<QDoubleSpinBox*, double> values[] = {{x, part.place.x}, {y, part.place.y}, {width, part.width}, {height, part.height}, {turn, part.rotation}};
        for (const auto& [field, value] : values) {
            const QSignalBlocker quiet(field);
            field->setValue(value);
        }
    });
}

}  // namespace coroboard::gui
