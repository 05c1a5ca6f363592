// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/completion_popup.h"

#include <QScrollBar>
#include <QVBoxLayout>
#include <algorithm>

#include "theme/icons.h"
#include "theme/theme.h"

namespace coroboard::gui {

namespace {

constexpr int mostShown = 200;
constexpr int mostRows = 9;
constexpr int aboutRole = Qt::UserRole;
constexpr int nameRole = Qt::UserRole + 1;

QString iconName(SymbolKind kind)
{
    switch (kind) {
    case SymbolKind::Module: return QStringLiteral("symbol-module");
    case SymbolKind::Class: return QStringLiteral("symbol-class");
    case SymbolKind::Function: return QStringLiteral("symbol-function");
    case SymbolKind::Coroutine: return QStringLiteral("symbol-coroutine");
    case SymbolKind::Variable: return QStringLiteral("symbol-variable");
    case SymbolKind::Keyword: return QStringLiteral("symbol-keyword");
    case SymbolKind::Word: return QStringLiteral("symbol-word");
    }
    return {};
}

// Below the line, above it where there is more room; inside the parent.
QPoint placeBeside(const QSize& size, const QRect& line, const QSize& room)
{
    const bool below = line.bottom() + size.height() <= room.height() || line.top() < room.height() - line.bottom();
    const int x = std::clamp(line.left(), 0, std::max(0, room.width() - size.width()));
    return {x, below ? line.bottom() + 1 : std::max(0, line.top() - size.height() - 1)};
}

}  // namespace

CompletionPopup::CompletionPopup(QWidget* parent) : QFrame(parent), m_list(new QListWidget(this)), m_about(new QLabel(this))
{
    setObjectName(QStringLiteral("completion"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    m_list->setAccessibleName(tr("Names that can follow"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setIconSize(QSize(14, 14));
    m_about->setMargin(spacing::tight);
    m_about->setObjectName(QStringLiteral("completionAbout"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addWidget(m_list);
    column->addWidget(m_about);
    connect(m_list, &QListWidget::currentRowChanged, this, &CompletionPopup::tellAbout);
    connect(m_list, &QListWidget::itemClicked, this, [this] { Q_EMIT accepted(chosen()); });
    hide();
}

void CompletionPopup::show(const std::vector<Completion>& completions, const QRect& at)
{
    m_list->clear();
    QFont code = codeFont();
    code.setPointSizeF(font().pointSizeF());
    m_list->setFont(code);
    int width = 0;
    const QFontMetrics metrics(code);
    for (const Completion& each : completions) {
        if (m_list->count() == mostShown) break;
        auto* item = new QListWidgetItem(icon(iconName(each.kind), each.kind == SymbolKind::Coroutine ? IconTint::Accent : IconTint::Text), each.name + each.detail, m_list);
        item->setData(nameRole, each.name);
        item->setData(aboutRole, each.about);
        width = std::max(width, metrics.horizontalAdvance(item->text()));
    }
    m_list->setCurrentRow(0);
    const int rows = std::min(m_list->count(), mostRows);
    const int height = m_list->sizeHintForRow(0) * rows + 2 * spacing::tight;
    const QSize room = parentWidget()->size();
    m_list->setFixedHeight(height);
    setFixedWidth(std::clamp(width + 60, 220, std::min(440, room.width())));
    tellAbout();
    setFixedHeight(height + m_about->sizeHint().height() + 2);
    QWidget::move(placeBeside(size(), at, room));
    show();
    raise();
}

void CompletionPopup::move(int by)
{
    const int count = m_list->count();
    if (count > 0) m_list->setCurrentRow(std::abs(by) == 1 ? (m_list->currentRow() + by + count) % count : std::clamp(m_list->currentRow() + by, 0, count - 1));
}

QString CompletionPopup::chosen() const { return m_list->currentItem() ? m_list->currentItem()->data(nameRole).toString() : QString(); }

QStringList CompletionPopup::names() const
{
    QStringList all;
    for (int i = 0; i < m_list->count(); ++i) all.append(m_list->item(i)->data(nameRole).toString());
    return all;
}

void CompletionPopup::tellAbout()
{
    const QString about = m_list->currentItem() ? m_list->currentItem()->data(aboutRole).toString() : QString();
    m_about->setText(about.isEmpty() ? QStringLiteral(" ") : fontMetrics().elidedText(about, Qt::ElideRight, width() - 2 * spacing::normal));
}

CallTipLabel::CallTipLabel(QWidget* parent) : QLabel(parent)
{
    setObjectName(QStringLiteral("callTip"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setTextFormat(Qt::RichText);
    setWordWrap(true);
    setMargin(spacing::tight);
    hide();
}

void CallTipLabel::show(const CallTip& tip, const QRect& at)
{
    QStringList parts;
    int place = 0;
    for (int i = 0; i < tip.parameters.size(); ++i) {
        const QString text = tip.parameters[i].toHtmlEscaped();
        const bool separator = text == QStringLiteral("*") || text == QStringLiteral("/");
        parts.append(!separator && place == tip.current ? QStringLiteral("<b>%1</b>").arg(text) : text);
        if (!separator) ++place;
    }
    QString text = QStringLiteral("%1(%2)").arg(tip.name.toHtmlEscaped(), parts.join(QStringLiteral(", ")));
    if (!tip.about.isEmpty())
        text += QStringLiteral("<br><span style=\"color:%1\">%2</span>").arg(coloursFor(palette()).muted.name(), tip.about.toHtmlEscaped());
    setText(text);
    const QSize room = parentWidget()->size();
    setMaximumWidth(room.width());
    setWordWrap(false);
    if (sizeHint().width() > room.width()) setWordWrap(true);
    resize(wordWrap() ? QSize(room.width(), heightForWidth(room.width())) : sizeHint());
    const int x = std::clamp(at.left(), 0, std::max(0, room.width() - width()));
    move(x, at.top() - height() - 2 >= 0 ? at.top() - height() - 2 : at.bottom() + 2);
    show();
    raise();
}

}  // namespace coroboard::gui
