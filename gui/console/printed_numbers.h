// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PrintedNumbers: the numbers a program prints to be plotted, one sample a line, as the plotters of Arduino, Thonny and Mu take them:
//   21.5            1, 2, 3            (1, 2)            [0.5, 0.6]            t:21.5 rh:40            t: 21.5 C, rh = 40 %
// A value may have a name before a colon or an equals sign and a unit after it. A line with any other words is no sample. Values
// without a name are named by their place.

#include <QByteArray>
#include <QString>
#include <optional>
#include <vector>

namespace coroboard::gui {

struct NamedValue {
    QString name;                        // empty: none was printed
    double value = 0;
};
using Sample = std::vector<NamedValue>;

// Nothing when the line is no sample.
std::optional<Sample> sampleOf(const QString& line);

class PrintedNumbers {
public:
    // The samples of the lines that are finished now; escape sequences are left out. A line without end is given up.
    std::vector<Sample> write(const QByteArray& bytes);

private:
    static constexpr qsizetype longest = 1024;
    QByteArray m_line;
    bool m_tooLong = false;
};

}  // namespace coroboard::gui
