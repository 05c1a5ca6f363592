// SPDX-License-Identifier: GPL-3.0-or-later
#include "help/help_document.h"

#include <QFont>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextTable>

#include "theme/colours.h"
#include "theme/theme.h"

namespace coroboard::gui {

namespace {

// Fragments that Markdown made monospaced or a link, in our font and colours.
void dressFragments(const QTextBlock& block, const Colours& c)
{
    for (auto at = block.begin(); !at.atEnd(); ++at) {
        const QTextFragment fragment = at.fragment();
        QTextCharFormat format = fragment.charFormat();
        if (format.isAnchor()) {
            format.setForeground(c.accent);
            format.setFontUnderline(false);
        } else if (format.fontFixedPitch()) {
            format.setFont(codeFont());
            format.setForeground(c.codeName);
        } else {
            continue;
        }
        QTextCursor cursor(block);
        cursor.setPosition(fragment.position());
        cursor.setPosition(fragment.position() + fragment.length(), QTextCursor::KeepAnchor);
        cursor.setCharFormat(format);
    }
}

void dressBlock(const QTextBlock& block, const Colours& c)
{
    QTextCursor cursor(block);
    QTextBlockFormat format = block.blockFormat();
    const int level = format.headingLevel();
    if (format.hasProperty(QTextFormat::BlockCodeFence)) {
        format.setBackground(c.raised);
        format.setLeftMargin(spacing::normal);
        format.setNonBreakableLines(false);
    } else if (level > 0) {
        format.setTopMargin(level == 1 ? 0 : 2 * spacing::wide);
        format.setBottomMargin(spacing::normal);
        QTextCharFormat words;
        words.setProperty(QTextFormat::FontSizeAdjustment, level == 1 ? 2 : 1);
        words.setFontWeight(QFont::DemiBold);
        cursor.select(QTextCursor::BlockUnderCursor);
        cursor.mergeCharFormat(words);
        cursor.setPosition(block.position());
    } else if (!cursor.currentTable()) {
        format.setBottomMargin(block.textList() ? spacing::tight : spacing::normal);
        format.setLineHeight(118, QTextBlockFormat::ProportionalHeight);
    }
    cursor.setBlockFormat(format);
}

void dressTable(QTextTable& table, const Colours& c)
{
    QTextTableFormat format = table.format();
    format.setBorder(0);
    format.setCellPadding(spacing::tight);
    format.setCellSpacing(0);
    format.setTopMargin(spacing::normal);
    format.setBottomMargin(spacing::wide);
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    table.setFormat(format);
    for (int row = 0; row < table.rows(); ++row)
        for (int column = 0; column < table.columns(); ++column) {
            QTextTableCellFormat cell = table.cellAt(row, column).format().toTableCellFormat();
            cell.setBottomBorder(1);
            cell.setBottomBorderStyle(QTextFrameFormat::BorderStyle_Solid);
            cell.setBottomBorderBrush(c.border);
            cell.setVerticalAlignment(QTextCharFormat::AlignTop);
            if (row == 0) cell.setForeground(c.muted);
            table.cellAt(row, column).setFormat(cell);
        }
}

}  // namespace

// The document is made before the browser sees it: then it is laid out once, not with every change.
void showPage(QTextBrowser& browser, const QString& markdown)
{
    const Colours& c = coloursFor(browser.palette());
    const auto name = QStringLiteral("page");
    auto* before = browser.findChild<QTextDocument*>(name, Qt::FindDirectChildrenOnly);
    auto* document = new QTextDocument(&browser);
    document->setObjectName(name);
    document->setUndoRedoEnabled(false);
    document->setDefaultFont(browser.font());
    document->setMarkdown(markdown);
    document->setDocumentMargin(2 * spacing::normal);
    document->setIndentWidth(20);
    for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
        dressBlock(block, c);
        dressFragments(block, c);
    }
    for (QTextFrame* frame : document->rootFrame()->childFrames())
        if (auto* table = qobject_cast<QTextTable*>(frame)) dressTable(*table, c);
    browser.setDocument(document);
    delete before;
}

}  // namespace coroboard::gui
