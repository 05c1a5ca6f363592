// SPDX-License-Identifier: GPL-3.0-or-later
#include "help/help_panel.h"

#include <QDesktopServices>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollBar>
#include <QStackedWidget>
#include <QToolButton>

#include "help/help_document.h"
#include "theme/icons.h"
#include "theme/theme.h"

namespace coroboard::gui {

namespace {

const QString home = QStringLiteral("contents.md");

}  // namespace

HelpPanel::HelpPanel(HelpPages pages, QWidget* parent)
    : QWidget(parent), m_pages(std::move(pages)), m_browser(new QTextBrowser), m_hits(new QListWidget), m_stack(new QStackedWidget),
      m_search(new QLineEdit), m_back(new QAction(icon(QStringLiteral("back")), tr("Back"), this)),
      m_forward(new QAction(icon(QStringLiteral("forward")), tr("Forward"), this))
{
    setObjectName(QStringLiteral("helpPanel"));
    m_browser->setOpenLinks(false);
    m_browser->setFrameShape(QFrame::NoFrame);
    m_browser->setAccessibleName(tr("Help page"));
    connect(m_browser, &QTextBrowser::anchorClicked, this, &HelpPanel::follow);
    m_hits->setFrameShape(QFrame::NoFrame);
    m_hits->setWordWrap(true);
    m_hits->setAccessibleName(tr("Pages found"));
    m_hits->setObjectName(QStringLiteral("helpHits"));
    const auto open = [this](QListWidgetItem* item) { openPage(item->data(Qt::UserRole).toString()); };
    connect(m_hits, &QListWidget::itemClicked, this, open);
    connect(m_hits, &QListWidget::itemActivated, this, open);
    m_stack->addWidget(m_browser);
    m_stack->addWidget(m_hits);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildBar());
    column->addWidget(m_stack, 1);
    setMinimumWidth(240);
    openPage(home);
}

QWidget* HelpPanel::buildBar()
{
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(spacing::normal, spacing::tight, spacing::normal, spacing::tight);
    row->setSpacing(spacing::tight);
    auto* contents = new QAction(icon(QStringLiteral("home")), tr("Contents"), this);
    contents->setObjectName(QStringLiteral("helpContents"));
    m_back->setObjectName(QStringLiteral("helpBack"));
    m_forward->setObjectName(QStringLiteral("helpForward"));
    connect(contents, &QAction::triggered, this, [this] { openPage(home); });
    connect(m_back, &QAction::triggered, this, [this] { step(-1); });
    connect(m_forward, &QAction::triggered, this, [this] { step(1); });
    for (QAction* action : {contents, m_back, m_forward}) {
        auto* button = new QToolButton;
        button->setDefaultAction(action);
        button->setIconSize(QSize(16, 16));
        row->addWidget(button);
    }
    m_search->setObjectName(QStringLiteral("helpSearch"));
    m_search->setPlaceholderText(tr("Search the help"));
    m_search->setAccessibleName(tr("Search the help"));
    m_search->setClearButtonEnabled(true);
    if (auto* clear = m_search->findChild<QToolButton*>()) clear->setAccessibleName(tr("Clear the search"));
    connect(m_search, &QLineEdit::textChanged, this, &HelpPanel::search);
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        if (m_hits->count() > 0 && m_hits->item(0)->flags() & Qt::ItemIsEnabled) openPage(m_hits->item(0)->data(Qt::UserRole).toString());
    });
    row->addWidget(m_search, 1);
    return bar;
}

void HelpPanel::openPage(const QString& name)
{
    if (!m_pages.page(name)) return;
    if (m_at < 0 || m_trail[m_at] != name) {
        m_trail = m_trail.mid(0, m_at + 1);
        m_trail.append(name);
        ++m_at;
    }
    present(name);
}

void HelpPanel::step(int by)
{
    m_at += by;
    present(m_trail[m_at]);
}

void HelpPanel::present(const QString& name)
{
    m_current = name;
    showPage(*m_browser, m_pages.page(name)->text);
    m_browser->moveCursor(QTextCursor::Start);
    m_browser->verticalScrollBar()->setValue(0);
    m_stack->setCurrentWidget(m_browser);
    m_back->setEnabled(m_at > 0);
    m_forward->setEnabled(m_at + 1 < m_trail.size());
}

void HelpPanel::follow(const QUrl& link)
{
    if (link.scheme() == QStringLiteral("lesson"))
        Q_EMIT lessonAsked(link.path());
    else if (link.scheme() == QStringLiteral("tour"))
        Q_EMIT tourAsked();
    else if (link.scheme() == QStringLiteral("https"))
        QDesktopServices::openUrl(link);
    else
        openPage(link.path());
}

void HelpPanel::search(const QString& words)
{
    m_hits->clear();
    for (const HelpHit& hit : m_pages.search(words)) {
        auto* item = new QListWidgetItem(hit.title + QLatin1Char('\n') + hit.line, m_hits);
        item->setData(Qt::UserRole, hit.name);
    }
    const bool searching = !words.trimmed().isEmpty();
    if (searching && m_hits->count() == 0) (new QListWidgetItem(tr("Nothing was found."), m_hits))->setFlags(Qt::NoItemFlags);
    m_stack->setCurrentWidget(searching ? static_cast<QWidget*>(m_hits) : m_browser);
}

void HelpPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_current.isEmpty()) present(m_current);
}

}  // namespace coroboard::gui
