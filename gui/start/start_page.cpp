// SPDX-License-Identifier: GPL-3.0-or-later
#include "start/start_page.h"

#include <QAction>
#include <QCheckBox>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QToolButton>
#include <map>

#include "start/board_portrait.h"
#include "start/card_grid.h"
#include "start/gallery_card.h"
#include "theme/icons.h"
#include "theme/theme.h"

namespace coroboard::gui {

namespace {

constexpr int sideWidth = 288;
constexpr int roomy = 2 * spacing::wide;

QLabel* heading(const QString& text, double scale)
{
    auto* label = new QLabel(text);
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * scale);
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    return label;
}

QPushButton* buttonFor(QAction* action)
{
    auto* button = new QPushButton(action->icon(), action->text());
    button->setObjectName(action->objectName() + QStringLiteral("Button"));
    button->setProperty("startAction", true);
    button->setToolTip(action->toolTip());
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    return button;
}

}  // namespace

StartPage::StartPage(const StartActions& actions, QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("startPage"));
    setAccessibleName(tr("Start"));
    setFocusPolicy(Qt::StrongFocus);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(buildSide(actions));
    row->addWidget(buildGallery(), 1);
}

QWidget* StartPage::buildSide(const StartActions& actions)
{
    auto* side = new QWidget(this);
    side->setObjectName(QStringLiteral("startSide"));
    side->setFixedWidth(sideWidth);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(roomy, roomy, roomy, roomy);
    column->setSpacing(spacing::normal);
    auto* name = new QHBoxLayout;
    auto* mark = new QLabel;
    mark->setPixmap(applicationIcon().pixmap(QSize(40, 40), devicePixelRatioF()));
    name->addWidget(mark);
    name->addWidget(heading(QStringLiteral("Coroboard"), 1.6), 1);
    column->addLayout(name);
    auto* about = new QLabel(tr("A sensor board on your desk, with its event loop laid open."));
    about->setWordWrap(true);
    column->addWidget(about);
    column->addSpacing(spacing::wide);
    for (QAction* action : {actions.newProject, actions.open, actions.openFolder, actions.tour})
        if (action) column->addWidget(buttonFor(action));
    column->addSpacing(spacing::wide);
    column->addWidget(heading(tr("Recent"), 1.1));
    m_noRecent = new QLabel(tr("What you open will be listed here."));
    m_noRecent->setWordWrap(true);
    column->addWidget(m_noRecent);
    m_recent = new QVBoxLayout;
    m_recent->setSpacing(2);
    column->addLayout(m_recent);
    column->addStretch(1);
    m_shownAtStart = new QCheckBox(tr("Show this page at the start"));
    m_shownAtStart->setObjectName(QStringLiteral("shownAtStart"));
    connect(m_shownAtStart, &QCheckBox::clicked, this, &StartPage::shownAtStartChanged);
    column->addWidget(m_shownAtStart);
    return side;
}

QWidget* StartPage::buildGallery()
{
    auto* area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setObjectName(QStringLiteral("gallery"));
    auto* content = new QWidget;
    content->setObjectName(QStringLiteral("galleryContent"));
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(roomy, roomy, roomy, roomy);
    column->setSpacing(spacing::wide);
    auto* close = new QToolButton;
    close->setObjectName(QStringLiteral("closeStart"));
    close->setIcon(icon(QStringLiteral("close")));
    close->setIconSize(QSize(16, 16));
    close->setToolTip(tr("Back to the board (Esc)"));
    close->setAccessibleName(tr("Back to the board"));
    connect(close, &QToolButton::clicked, this, &StartPage::closed);
    auto* corner = new QHBoxLayout;
    corner->addWidget(heading(tr("Pick something and watch it run"), 1.3), 1);
    corner->addWidget(close);
    column->addLayout(corner);
    m_sections = new QVBoxLayout;
    m_sections->setSpacing(spacing::wide);
    column->addLayout(m_sections);
    column->addStretch(1);
    area->setWidget(content);
    const auto later = [this] { QTimer::singleShot(0, this, &StartPage::paintNextPicture); };
    connect(area->verticalScrollBar(), &QScrollBar::valueChanged, this, later);
    connect(area->verticalScrollBar(), &QScrollBar::rangeChanged, this, later);
    return area;
}

void StartPage::addSection(const QString& title, const std::vector<GalleryEntry>& entries)
{
    if (entries.empty()) return;
    m_sections->addWidget(heading(title, 1.1));
    auto* grid = new CardGrid;
    for (const GalleryEntry& entry : entries) {
        auto* card = new GalleryCard(entry);
        grid->add(card);
        connect(card, &GalleryCard::clicked, this, [this, entry] {
            if (entry.kind == GalleryKind::Board)
                Q_EMIT boardChosen(entry.path);
            else
                Q_EMIT programChosen(entry.path, entry.board);
        });
    }
    m_sections->addWidget(grid);
    m_sections->addSpacing(spacing::wide);
}

void StartPage::refresh()
{
    while (QLayoutItem* item = m_sections->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    std::map<GalleryKind, std::vector<GalleryEntry>> entries;
    for (const GalleryEntry& entry : exampleEntries()) entries[entry.kind].push_back(entry);
    addSection(tr("Examples"), entries[GalleryKind::Example]);
    addSection(tr("Lessons: async and await, one idea at a time"), entries[GalleryKind::Lesson]);
    addSection(tr("Parts, one at a time"), entries[GalleryKind::Part]);
    addSection(tr("Boards"), boardEntries());
    m_filled = true;
    QTimer::singleShot(0, this, &StartPage::paintNextPicture);
}

std::vector<GalleryCard*> StartPage::cards() const
{
    std::vector<GalleryCard*> all;
    for (const CardGrid* grid : findChildren<CardGrid*>()) all.insert(all.end(), grid->cards().begin(), grid->cards().end());
    return all;
}

// One picture a turn of the event loop, so that the page can be used meanwhile; only of what can be seen.
void StartPage::paintNextPicture()
{
    if (!isVisible()) return;
    for (GalleryCard* card : cards()) {
        if (card->hasPicture() || card->visibleRegion().isEmpty()) continue;
        const GalleryEntry& entry = card->entry();
        QPixmap picture = boardPortrait(entry.board, entry.kind == GalleryKind::Board ? QString() : entry.path, card->pictureRect().size());
        if (picture.isNull()) picture = applicationIcon().pixmap(64, 64);
        card->setPicture(picture);
        QTimer::singleShot(0, this, &StartPage::paintNextPicture);
        return;
    }
}

void StartPage::setRecent(const QStringList& paths)
{
    while (QLayoutItem* item = m_recent->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const QString& path : paths) {
        const QFileInfo file(path);
        const bool project = file.fileName() == QStringLiteral("main.py");
        auto* button = new QPushButton(icon(project ? QStringLiteral("open") : QStringLiteral("file")),
                                       project ? file.dir().dirName() : file.fileName());
        button->setFlat(true);
        button->setObjectName(QStringLiteral("recent"));
        button->setProperty("recent", true);
        button->setToolTip(QDir::toNativeSeparators(path));
        button->setAccessibleDescription(path);
        connect(button, &QPushButton::clicked, this, [this, path] { Q_EMIT programChosen(path, {}); });
        m_recent->addWidget(button);
    }
    m_noRecent->setVisible(paths.isEmpty());
}

void StartPage::setShownAtStart(bool shown) { m_shownAtStart->setChecked(shown); }

void StartPage::showEvent(QShowEvent*)
{
    if (!m_filled)
        refresh();
    else
        QTimer::singleShot(0, this, &StartPage::paintNextPicture);
}

void StartPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange || !m_filled) return;
    for (GalleryCard* card : cards()) card->setPicture({});
    QTimer::singleShot(0, this, &StartPage::paintNextPicture);
}

// Tab stays on the page: what lies under it cannot be seen.
bool StartPage::focusNextPrevChild(bool next)
{
    QWidget* at = focusWidget() ? focusWidget() : this;
    QWidget* to = at;
    do {
        to = next ? to->nextInFocusChain() : to->previousInFocusChain();
        if (to == at) return false;
    } while (!isAncestorOf(to) || !(to->focusPolicy() & Qt::TabFocus) || !to->isVisible() || !to->isEnabled());
    to->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    for (QWidget* area = to->parentWidget(); area; area = area->parentWidget())
        if (auto* scroll = qobject_cast<QScrollArea*>(area)) scroll->ensureWidgetVisible(to);
    return true;
}

void StartPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QWidget::keyPressEvent(event);
}

void StartPage::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Colours& c = coloursFor(palette());
    painter.fillRect(rect(), c.window);
    painter.fillRect(QRect(0, 0, sideWidth, height()), c.raised);
    painter.setPen(c.border);
    painter.drawLine(sideWidth, 0, sideWidth, height());
}

}  // namespace coroboard::gui
