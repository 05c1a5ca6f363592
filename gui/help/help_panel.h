// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// HelpPanel: reads the Help: a page with back, forward and contents, and a search that lists pages while one types. A lesson's link asks
// the window to open the lesson; the panel opens nothing but pages (and web addresses, in the browser).

#include <QTextBrowser>

#include "help/help_pages.h"

class QLineEdit;
class QListWidget;
class QStackedWidget;

namespace coroboard::gui {

class HelpPanel final : public QWidget {
    Q_OBJECT

public:
    explicit HelpPanel(HelpPages pages, QWidget* parent = nullptr);

    void openPage(const QString& name);
    QString currentPage() const { return m_current; }
    const HelpPages& pages() const { return m_pages; }
    QTextBrowser& browser() const { return *m_browser; }

Q_SIGNALS:
    // A folder's name under lessons/.
    void lessonAsked(const QString& lesson);
    void tourAsked();

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* buildBar();
    void present(const QString& name);
    void follow(const QUrl& link);
    void search(const QString& words);
    void step(int by);

    HelpPages m_pages;
    QTextBrowser* m_browser;
    QListWidget* m_hits;
    QStackedWidget* m_stack;
    QLineEdit* m_search;
    QAction* m_back;
    QAction* m_forward;
    QString m_current;
    QStringList m_trail;         // pages visited, for back and forward
    int m_at = -1;
};

}  // namespace coroboard::gui
