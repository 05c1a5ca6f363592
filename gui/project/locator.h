// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Locator: a field that goes places: ":12" to a line, words to a symbol or a file. What there is to go to is asked for as one types.
// Up and Down choose, Enter goes, Escape closes. Lies over the window, in its upper middle.

#include <QFrame>
#include <QLineEdit>
#include <QListWidget>
#include <functional>
#include <vector>

namespace coroboard::gui {

struct LocatorPlace {
    QString icon;
    QString text;
    QString detail;
    QString file;                // absolute; empty: the file in front
    int line = 0;                // 0: the file itself
};

class Locator final : public QFrame {
    Q_OBJECT

public:
    explicit Locator(QWidget* parent);

    using Places = std::function<std::vector<LocatorPlace>(const QString& words)>;
    // Opens it with these words.
    void ask(const QString& words, Places places);

    QLineEdit& field() const { return *m_field; }
    QListWidget& list() const { return *m_list; }

Q_SIGNALS:
    void chosen(const coroboard::gui::LocatorPlace& place);
    void left();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill();
    void go();
    void leave();

    QLineEdit* m_field;
    QListWidget* m_list;
    Places m_places;
    std::vector<LocatorPlace> m_shown;
};

}  // namespace coroboard::gui
