// SPDX-License-Identifier: GPL-3.0-or-later
#include "signals/signals_view.h"

#include <QHBoxLayout>
#include <QSplitter>
#include <QVBoxLayout>
#include <cmath>

#include "signals/board_lanes.h"
#include "signals/decode_form.h"
#include "signals/lane_text.h"
#include "signals/signal_file.h"
#include "signals/span_text.h"
#include "signals/trigger_form.h"
#include "theme/icons.h"
#include "theme/theme.h"

namespace coroboard::gui {

namespace {

constexpr qint64 valueMilliseconds = 125;

}  // namespace

SignalsView::SignalsView(QWidget* parent) : QWidget(parent)
{
    m_canvas = new SignalsCanvas(m_lanes, this);
    buildTools();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* halves = new QSplitter(this);
    halves->setHandleWidth(1);
    halves->setChildrenCollapsible(false);
    halves->addWidget(buildLeft());
    halves->addWidget(buildRight());
    halves->setStretchFactor(1, 1);
    halves->setSizes({150, 600});
    m_picture = halves;
    column->addWidget(halves, 1);
    m_readOut = new QLabel(this);
    m_readOut->setObjectName(QStringLiteral("signalsReadOut"));
    m_readOut->setAccessibleName(tr("Cursor read-out"));
    m_readOut->setFont(numberFont());
    m_readOut->setContentsMargins(spacing::normal, 2, spacing::normal, 2);
    m_readOut->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_decodeForm = new DecodeForm(this);
    column->addWidget(m_decodeForm);
    m_triggerForm = new TriggerForm(this);
    column->addWidget(m_triggerForm);
    column->addWidget(m_readOut);
    wire();
    refreshReadOut();
}

QAction* SignalsView::tool(const char* name, const QString& text, const QString& iconName, const QString& key)
{
    auto* made = new QAction(icon(iconName), text, this);
    made->setObjectName(QLatin1String(name));
    made->setToolTip(key.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, key));
    m_tools.append(made);
    return made;
}

void SignalsView::buildTools()
{
    m_follow = tool("followSignals", tr("Follow live"), QStringLiteral("follow"), tr("End"));
    m_follow->setCheckable(true);
    m_follow->setChecked(true);
    connect(m_follow, &QAction::triggered, this, [this](bool on) { m_canvas->setFollowing(on ? Following::Live : Following::Still); });
    connect(tool("previousEdge", tr("Previous edge"), QStringLiteral("edge-previous"), tr("comma")), &QAction::triggered, this,
            [this] { m_canvas->searchEdge(EdgeSearch::Previous); });
    connect(tool("nextEdge", tr("Next edge"), QStringLiteral("edge-next"), tr("full stop")), &QAction::triggered, this,
            [this] { m_canvas->searchEdge(EdgeSearch::Next); });
    connect(tool("zoomInSignals", tr("Zoom in"), QStringLiteral("zoom-in"), tr("+, wheel")), &QAction::triggered, m_canvas, &SignalsCanvas::zoomIn);
    connect(tool("zoomOutSignals", tr("Zoom out"), QStringLiteral("zoom-out"), tr("−, wheel")), &QAction::triggered, m_canvas, &SignalsCanvas::zoomOut);
    connect(tool("fitSignals", tr("Show everything"), QStringLiteral("zoom-fit"), tr("F")), &QAction::triggered, m_canvas, &SignalsCanvas::fitAll);
    m_armed = tool("triggerSignals", tr("Trigger"), QStringLiteral("trigger"), tr("T"));
    m_armed->setCheckable(true);
    connect(m_armed, &QAction::triggered, this, &SignalsView::toggleTrigger);
    buildExport();
}

QWidget* SignalsView::buildLeft()
{
    auto* left = new QWidget(this);
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* add = new QToolButton(left);
    add->setObjectName(QStringLiteral("addLane"));
    add->setIcon(icon(QStringLiteral("add")));
    add->setText(tr("Add lane"));
    add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    add->setIconSize(QSize(14, 14));
    add->setPopupMode(QToolButton::InstantPopup);
    add->setFixedHeight(SignalsCanvas::rulerHeight);
    add->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_addMenu = new QMenu(add);
    add->setMenu(m_addMenu);
    connect(m_addMenu, &QMenu::aboutToShow, this, &SignalsView::fillAddMenu);
    column->addWidget(add);
    m_list = new LaneList(m_lanes, left);
    column->addWidget(m_list, 1);
    return left;
}

QWidget* SignalsView::buildRight()
{
    auto* right = new QWidget(this);
    auto* row = new QHBoxLayout(right);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_canvas, 1);
    m_scroll = new QScrollBar(Qt::Vertical, right);
    m_scroll->setAccessibleName(tr("Scroll the lanes"));
    row->addWidget(m_scroll);
    return right;
}

void SignalsView::wire()
{
    QScrollBar* own = m_list->verticalScrollBar();
    connect(own, &QScrollBar::valueChanged, m_scroll, &QScrollBar::setValue);
    connect(own, &QScrollBar::rangeChanged, this, &SignalsView::fitScroll);
    connect(m_scroll, &QScrollBar::valueChanged, own, &QScrollBar::setValue);
    connect(m_scroll, &QScrollBar::valueChanged, m_canvas, &SignalsCanvas::setScroll);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& current) { m_canvas->setCurrentLane(current.row()); });
    connect(m_canvas, &SignalsCanvas::currentLaneChanged, this, [this](int row) { m_list->setCurrentIndex(m_lanes.index(row)); });
    connect(m_canvas, &SignalsCanvas::currentLaneChanged, this, &SignalsView::refreshReadOut);
    connect(m_canvas, &SignalsCanvas::cursorsMoved, this, &SignalsView::refreshReadOut);
    connect(m_canvas, &SignalsCanvas::followingChanged, this, [this](Following following) { m_follow->setChecked(following == Following::Live); });
    connect(m_decodeForm, &DecodeForm::accepted, this, [this](const trace::decode::DecodeSettings& settings) {
        if (m_redecoded >= 0) m_lanes.setDecode(m_redecoded, settings, decodeTitle(settings));
        else addDecoded(settings);
    });
    connect(&m_lanes, &LaneModel::changed, this, [this] {
        if (!m_profile.name.empty()) Q_EMIT lanesChanged(QString::fromStdString(m_profile.name), lanesToText(m_lanes.lanes()));
    });
    connect(m_triggerForm, &TriggerForm::armed, m_canvas, &SignalsCanvas::arm);
    connect(m_canvas, &SignalsCanvas::triggerAsked, this, &SignalsView::toggleTrigger);
    connect(m_canvas, &SignalsCanvas::triggerChanged, this, [this] {
        m_armed->setChecked(m_canvas->trigger().mode() != TriggerMode::Off);
        refreshReadOut();
    });
    connect(m_list, &LaneList::decodeAsked, this, [this](int row) { openDecodeForm(*m_lanes.lane(row).decode, row); });
    fitScroll();
}

void SignalsView::fitScroll()
{
    const QScrollBar* own = m_list->verticalScrollBar();
    m_scroll->setRange(own->minimum(), own->maximum());
    m_scroll->setPageStep(own->pageStep());
    m_scroll->setSingleStep(Lane::digitalHeight);
    m_scroll->setVisible(own->maximum() > own->minimum());
}

void SignalsView::setBoard(const board::BoardProfile& profile, const QByteArray& remembered)
{
    const bool same = !m_profile.name.empty() && profile.name == m_profile.name;
    m_profile = profile;
    if (same) return;
    std::vector<Lane> lanes = lanesFromText(remembered);
    m_lanes.setLanes(lanes.empty() ? firstLanes(profile) : std::move(lanes));
    if (m_lanes.rowCount() > 0) m_list->setCurrentIndex(m_lanes.index(0));
}

void SignalsView::show(const simulation::Snapshot& snapshot)
{
    m_pending = snapshot.signals;
    m_pins = snapshot.pins;
    if (!isVisible()) return;
    m_canvas->show(m_pending);
    if (!m_sinceValues.isValid() || m_sinceValues.elapsed() >= valueMilliseconds) refreshValues();
}

// Nobody reads faster than a few times a second.
void SignalsView::refreshValues()
{
    m_sinceValues.start();
    const auto a = m_canvas->cursor(0);
    const time::VirtualTime when = a ? time::powerOn + time::Duration{std::llround(*a)} : m_pending.until;
    QStringList values;
    for (const Lane& lane : m_lanes.lanes()) values.append(valueTextAt(m_canvas->capture(), lane, when));
    m_lanes.setValues(values);
}

void SignalsView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_canvas->show(m_pending);
}

void SignalsView::fillAddMenu()
{
    m_addMenu->clear();
    for (const LaneGroup& group : laneChoices(m_profile, m_pending)) {
        QMenu* sub = m_addMenu->addMenu(group.title);
        for (const Lane& lane : group.lanes) {
            QAction* made = sub->addAction(lane.title);
            const int shown = m_lanes.find(lane.signal);
            made->setCheckable(true);
            made->setChecked(shown >= 0);
            connect(made, &QAction::triggered, this, [this, lane](bool on) {
                if (!on) return m_lanes.remove(m_lanes.find(lane.signal));
                addLane(lane);
            });
        }
    }
    fillDecodeMenu(*m_addMenu->addMenu(tr("Decoded bus")));
    if (m_addMenu->isEmpty()) m_addMenu->addAction(tr("No board yet"))->setEnabled(false);
}

void SignalsView::fillDecodeMenu(QMenu& menu)
{
    const auto suggestions = decodeSuggestions(m_profile, m_pins);
    for (const DecodeSuggestion& suggestion : suggestions)
        menu.addAction(tr("%1  (%2)").arg(decodeTitle(suggestion.settings), suggestion.source), this,
                       [this, settings = suggestion.settings] { addDecoded(settings); });
    if (!suggestions.empty()) menu.addSeparator();
    for (const auto& protocol : trace::decode::protocols())
        menu.addAction(tr("%1…").arg(QString::fromStdString(protocol.title)), this, [this, id = protocol.id, suggestions] {
            for (const DecodeSuggestion& suggestion : suggestions)
                if (suggestion.settings.protocol == id) return openDecodeForm(suggestion.settings, -1);
            openDecodeForm({id, {}, {}}, -1);
        });
}

void SignalsView::openDecodeForm(const trace::decode::DecodeSettings& settings, int row)
{
    m_redecoded = row;
    m_triggerForm->hide();
    m_decodeForm->open(pinNames(), decodeSuggestions(m_profile, m_pins), settings);
}

// A pin without a part is named after what the program uses it for.
Lane SignalsView::pinLane(const std::string& pin) const
{
    Lane lane = laneFor(m_profile, {pin, trace::SignalKind::Digital, ""});
    for (const auto& each : m_pins)
        if (each.name == pin && lane.title == lane.signal && each.function.find(' ') != std::string::npos)
            lane.title += QStringLiteral("  ") + QString::fromStdString(each.function);
    return lane;
}

void SignalsView::addLane(Lane lane)
{
    lane.colour = m_lanes.rowCount() % laneColours;
    m_lanes.insert(m_lanes.rowCount(), std::move(lane));
    m_list->setCurrentIndex(m_lanes.index(m_lanes.rowCount() - 1));
}

// The lines it reads come into view with it.
void SignalsView::addDecoded(const trace::decode::DecodeSettings& settings)
{
    for (const std::string& line : settings.lines)
        if (!line.empty() && m_lanes.find(QString::fromStdString(line)) < 0) addLane(pinLane(line));
    const auto* protocol = trace::decode::findProtocol(settings.protocol);
    const int height = Lane::decodedHeight * 3 / 2;
    addLane({decodeTitle(settings), LaneKind::Decoded, decodeTitle(settings), 0, protocol->rows.empty() ? Lane::decodedHeight : height, settings});
}

// What the chosen lane does between the cursors.
QString SignalsView::measuredText(double a, double b) const
{
    const int row = m_canvas->currentLane();
    if (row < 0 || m_lanes.lane(row).kind != LaneKind::Digital) return {};
    const auto wave = waveOf(m_canvas->capture(), m_lanes.lane(row).signal);
    const auto at = [](double when) { return time::powerOn + time::Duration{std::llround(when)}; };
    const auto measured = wave ? measure(*wave, at(a), at(b)) : std::nullopt;
    if (!measured) return {};
    return tr("%1: %2 ↑, %3, duty %4 %")
        .arg(m_lanes.lane(row).title.simplified())
        .arg(measured->rises)
        .arg(frequencyText(measured->frequency), QString::number(100 * measured->duty, 'f', 1));
}

void SignalsView::refreshReadOut()
{
    refreshValues();
    const auto a = m_canvas->cursor(0);
    const auto b = m_canvas->cursor(1);
    QStringList texts = triggerTexts();
    const double step = m_canvas->axis().scale();
    if (a) texts.append(QStringLiteral("A %1").arg(instantText(*a, step)));
    if (b) texts.append(QStringLiteral("B %1").arg(instantText(*b, step)));
    if (a && b) texts.append(QStringLiteral("Δ %1   1/Δ %2").arg(spanText(*b - *a), frequencyText(1e9 / std::abs(*b - *a))));
    if (a && b) texts.append(measuredText(std::min(*a, *b), std::max(*a, *b)));
    texts.removeAll(QString());
    m_readOut->setText(texts.join(QStringLiteral("   ")));
    m_readOut->setVisible(!texts.isEmpty());
}

}  // namespace coroboard::gui
