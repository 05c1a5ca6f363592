// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// AboutDialog: the version, and everything Coroboard stands on with its licence. Does not block.

#include <QDialog>

namespace coroboard::gui {

class AboutDialog final : public QDialog {
    Q_OBJECT

public:
    explicit AboutDialog(QWidget* parent);
};

}  // namespace coroboard::gui
