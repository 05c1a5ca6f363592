// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// HelpPages: every page of the Help as Markdown: those of resources/help (compiled in), and those made from what the engine and the
// window are at this moment: modules, parts, keyboard. A page's name is its file name; links between pages are file names.

#include <QAction>
#include <QString>
#include <vector>

namespace coroboard::gui {

struct HelpPage {
    QString name;        // "window.md"
    QString title;       // its first heading
    QString text;        // Markdown
};

struct HelpHit {
    QString name;
    QString title;
    QString line;        // where the words were found, for people
};

class HelpPages {
public:
    // The actions whose shortcuts the keyboard page lists; they outlive this. A page that is not there in the language ("de") is English.
    explicit HelpPages(QList<QAction*> actions = {}, const QString& language = QStringLiteral("en"));

    const std::vector<HelpPage>& pages() const { return m_pages; }

    // Null if there is none.
    const HelpPage* page(const QString& name) const;

    // Pages that hold every word (as the beginning of a word, whatever its case), those with words in their headings first.
    std::vector<HelpHit> search(const QString& words) const;

private:
    std::vector<HelpPage> m_pages;
};

}  // namespace coroboard::gui
