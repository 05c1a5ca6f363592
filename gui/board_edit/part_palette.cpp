// SPDX-License-Identifier: GPL-3.0-or-later
#include "board_edit/part_palette.h"

#include <QDrag>
#include <QGraphicsScene>
#include <QHeaderView>
#include <QMimeData>
#include <QPainter>
#include <QPixmapCache>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <map>

#include "board_edit/edit_canvas.h"
#include "board_view/part_item.h"
#include "board_view/pixel_picture.h"
#include "simulation/part_catalogue.h"
#include "theme/icons.h"
#include "theme/theme.h"

namespace coroboard::gui {

namespace {

constexpr int pictureSide = 30;
constexpr int dragSide = 32;
constexpr double pictureUnits = 120;
constexpr int modelRole = Qt::UserRole;

QString groupName(parts::PartGroup group)
{
    switch (group) {
    case parts::PartGroup::Controls: return PartPalette::tr("Buttons and knobs");
    case parts::PartGroup::Lights: return PartPalette::tr("Lights");
    case parts::PartGroup::Displays: return PartPalette::tr("Displays");
    case parts::PartGroup::Movers: return PartPalette::tr("Motors and sound");
    case parts::PartGroup::Air: return PartPalette::tr("Temperature and air");
    case parts::PartGroup::Light: return PartPalette::tr("Light and colour");
    case parts::PartGroup::Motion: return PartPalette::tr("Motion and distance");
    case parts::PartGroup::Measuring: return PartPalette::tr("Measuring");
    case parts::PartGroup::Chips: return PartPalette::tr("Clock, memory, pins");
    case parts::PartGroup::Other: return PartPalette::tr("Other parts");
    }
    return {};
}

}  // namespace

QPixmap partPicture(const QString& model, int side, double pixelRatio)
{
    const QString key = QStringLiteral("part %1 %2 %3").arg(model).arg(side).arg(pixelRatio);
    QPixmap picture;
    if (QPixmapCache::find(key, &picture)) return picture;
    board::PartProfile profile;
    profile.model = model.toStdString();
    profile.id = model.section(QLatin1Char('_'), 0, 0).toStdString();
    const auto choices = simulation::choicesOf(profile.model);
    const double scale = pictureUnits / std::max(choices.width, choices.height);
    profile.width = choices.width * scale;
    profile.height = choices.height * scale;
    QGraphicsScene scene;
    PartItem* item = makePartItem(profile, simulation::describeModel(profile.model));
    scene.addItem(item);
    picture = QPixmap(QSize(side, side) * pixelRatio);
    picture.setDevicePixelRatio(pixelRatio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF shown = item->body().adjusted(-1, -1, 1, 1);
    scene.render(&painter, fitted(shown.size(), QRectF(0, 0, side, side)), shown);
    painter.end();
    QPixmapCache::insert(key, picture);
    return picture;
}

// The tree whose leaves are dragged as models.
class PartTree final : public QTreeWidget {
public:
    using QTreeWidget::QTreeWidget;

protected:
    void startDrag(Qt::DropActions) override
    {
        const QString model = currentItem() ? currentItem()->data(0, modelRole).toString() : QString();
        if (model.isEmpty()) return;
        auto* drag = new QDrag(this);
        auto* data = new QMimeData;
        data->setData(QLatin1String(partMimeType), model.toUtf8());
        drag->setMimeData(data);
        drag->setPixmap(partPicture(model, dragSide, devicePixelRatioF()));
        drag->setHotSpot(QPoint(dragSide / 2, dragSide / 2));
        drag->exec(Qt::CopyAction);
    }
};

PartPalette::PartPalette(QWidget* parent) : QWidget(parent), m_search(new QLineEdit(this)), m_tree(new PartTree(this))
{
    m_search->setObjectName(QStringLiteral("partSearch"));
    m_search->setPlaceholderText(tr("Find a part"));
    m_search->setAccessibleName(tr("Find a part"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(QStringLiteral("find")), QLineEdit::LeadingPosition);
    for (auto* button : m_search->findChildren<QToolButton*>()) button->setAccessibleName(m_search->accessibleName());
    m_tree->setObjectName(QStringLiteral("partTree"));
    m_tree->setAccessibleName(tr("Parts to add"));
    m_tree->setHeaderHidden(true);
    m_tree->setIndentation(spacing::wide);
    m_tree->setIconSize(QSize(pictureSide, pictureSide));
    m_tree->setDragEnabled(true);
    m_tree->setDragDropMode(QAbstractItemView::DragOnly);
    m_tree->setFrameShape(QFrame::NoFrame);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::normal, spacing::normal, spacing::normal, spacing::normal);
    column->setSpacing(spacing::normal);
    column->addWidget(m_search);
    column->addWidget(m_tree, 1);
    connect(m_search, &QLineEdit::textChanged, this, &PartPalette::filter);
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        if (const QStringList models = shown(); !models.isEmpty()) Q_EMIT chosen(models.first());
    });
    connect(m_tree, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem* item) {
        if (const QString model = item->data(0, modelRole).toString(); !model.isEmpty()) Q_EMIT chosen(model);
    });
    fill();
}

QTreeWidget& PartPalette::tree() const { return *m_tree; }

void PartPalette::fill()
{
    std::map<parts::PartGroup, QTreeWidgetItem*> groups;
    for (const auto& part : simulation::partCatalogue()) groups.emplace(simulation::choicesOf(part.model).group, nullptr);
    for (auto& [group, item] : groups) {
        item = new QTreeWidgetItem(m_tree, {groupName(group)});
        QFont bold = m_tree->font();
        bold.setWeight(QFont::DemiBold);
        item->setFont(0, bold);
        item->setFlags(Qt::ItemIsEnabled);
    }
    for (const auto& part : simulation::partCatalogue()) {
        const QString model = QString::fromStdString(part.model);
        auto* item = new QTreeWidgetItem(groups.at(simulation::choicesOf(part.model).group), {QString::fromStdString(part.title)});
        item->setData(0, modelRole, model);
        item->setToolTip(0, tr("%1\nDrag it onto the board, or press Enter.").arg(model));
        item->setIcon(0, partPicture(model, pictureSide, devicePixelRatioF()));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled);
    }
    m_tree->expandAll();
}

void PartPalette::filter(const QString& text)
{
    for (int g = 0; g < m_tree->topLevelItemCount(); ++g) {
        QTreeWidgetItem* group = m_tree->topLevelItem(g);
        bool any = false;
        for (int i = 0; i < group->childCount(); ++i) {
            QTreeWidgetItem* part = group->child(i);
            const bool fits = part->text(0).contains(text, Qt::CaseInsensitive) ||
                              part->data(0, modelRole).toString().contains(text, Qt::CaseInsensitive) ||
                              group->text(0).contains(text, Qt::CaseInsensitive);
            part->setHidden(!fits);
            any |= fits;
        }
        group->setHidden(!any);
    }
}

QStringList PartPalette::shown() const
{
    QStringList models;
    for (int g = 0; g < m_tree->topLevelItemCount(); ++g)
        for (int i = 0; i < m_tree->topLevelItem(g)->childCount(); ++i)
            if (const auto* part = m_tree->topLevelItem(g)->child(i); !part->isHidden()) models.append(part->data(0, modelRole).toString());
    return models;
}

}  // namespace coroboard::gui
