// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A board of the user's own, written into a folder: pins in two columns, three servos with a dial each, a button.

#include <QDir>
#include <QFile>
#include <QString>

namespace coroboard::gui {

inline QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly)) file.write(bytes);
}

// Gives the profile's file; the folder's coroboard.json names it.
inline QString ownBoard(const QString& folder)
{
    QByteArray pins;
    for (int number = 0; number < 30; ++number)
        pins += QStringLiteral("    { \"name\": \"GP%1\", \"number\": %1,%2 \"at\": [%3, %4] }%5\n")
                    .arg(number)
                    .arg(number >= 26 ? QStringLiteral(" \"adc\": %1,").arg(number - 26) : QString())
                    .arg(number < 15 ? 90 : 320)
                    .arg(40 + number % 15 * 38)
                    .arg(number < 29 ? "," : "")
                    .toUtf8();
    QByteArray parts;
    int column = 510;
    for (const auto& [id, label, pin] : {std::tuple{"base", "Base", 2}, {"arm", "Arm", 3}, {"grip", "Gripper", 4}}) {
        parts += QStringLiteral("    { \"id\": \"%1\", \"model\": \"servo\", \"label\": \"%2\", \"wires\": { \"signal\": \"GP%3\" }, \"at\": [%4, 180], \"size\": [150, 150] },\n"
                                "    { \"id\": \"%1_dial\", \"model\": \"potentiometer\", \"wires\": { \"wiper\": \"GP%5\" }, \"at\": [%4, 400], \"size\": [110, 110] },\n")
                     .arg(QLatin1String(id), QLatin1String(label))
                     .arg(pin)
                     .arg(column)
                     .arg(24 + pin)
                     .toUtf8();
        column += 180;
    }
    parts += "    { \"id\": \"play\", \"model\": \"push_button\", \"label\": \"Play\", \"key\": \"Space\", \"wires\": { \"signal\": \"GP15\" }, "
             "\"parameters\": { \"bounce\": 4 }, \"at\": [690, 530], \"size\": [70, 70] }\n";
    const QString file = QDir(folder).filePath(QStringLiteral("board.json"));
    writeFile(file, "{\n  \"title\": \"Mine\",\n  \"picture\": { \"file\": \"board.svg\", \"width\": 1000, \"height\": 640 },\n"
                    "  \"chip\": { \"name\": \"RP2040\", \"platform\": \"rp2\", \"clockHz\": 125000000, \"nanosecondsPerBytecode\": 499 },\n"
                    "  \"pins\": [\n" + pins + "  ],\n  \"parts\": [\n" + parts + "  ]\n}\n");
    writeFile(QDir(folder).filePath(QStringLiteral("board.svg")),
              "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1000 640\"><rect width=\"1000\" height=\"640\" rx=\"20\" fill=\"#14574a\"/></svg>\n");
    writeFile(QDir(folder).filePath(QStringLiteral("coroboard.json")), "{ \"board\": \"board.json\" }\n");
    return file;
}

}  // namespace coroboard::gui
