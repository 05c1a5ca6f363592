// SPDX-License-Identifier: GPL-3.0-or-later
#include "signals/signal_file.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "trace/csv_writer.h"
#include "trace/vcd_writer.h"

namespace coroboard::gui {

namespace {

struct Order {
    trace::SignalCapture capture;
    std::vector<trace::ExportedSignal> signals;
    SignalFile::Stretch stretch;
    std::filesystem::path path;
};

void writeTo(std::ofstream& stream, const Order& order, const std::atomic<bool>& giveUp)
{
    const auto descriptions = describeExport(order.capture, order.signals);
    if (order.path.extension() == ".csv") {
        trace::CsvWriter writer(stream, descriptions);
        exportCapture(order.capture, order.signals, order.stretch.from, order.stretch.to, writer, giveUp);
        writer.finish();
    } else {
        trace::VcdWriter writer(stream, descriptions);
        exportCapture(order.capture, order.signals, order.stretch.from, order.stretch.to, writer, giveUp);
        writer.finish(std::min(order.stretch.to, order.capture.until));
    }
}

// The problem, or nothing.
QString carryOut(const Order& order, const std::atomic<bool>& giveUp)
{
    const auto problem = [&] { return QObject::tr("%1: cannot be written: %2").arg(QString::fromStdString(order.path.string()), QString::fromLocal8Bit(std::strerror(errno))); };
    std::filesystem::path part = order.path;
    part += ".part";
    std::error_code ignored;
    std::ofstream stream(part, std::ios::binary | std::ios::trunc);
    if (!stream) return problem();
    writeTo(stream, order, giveUp);
    stream.close();
    if (!stream || giveUp) {
        const QString text = problem();
        std::filesystem::remove(part, ignored);
        return text;
    }
    std::error_code failed;
    std::filesystem::rename(part, order.path, failed);
    if (!failed) return {};
    std::filesystem::remove(part, ignored);
    return QObject::tr("%1: cannot be written: %2").arg(QString::fromStdString(order.path.string()), QString::fromStdString(failed.message()));
}

}  // namespace

SignalFile::~SignalFile()
{
    m_giveUp = true;
    if (m_thread) m_thread->wait();
}

bool SignalFile::write(const trace::SignalCapture& capture, const std::vector<trace::ExportedSignal>& signals, Stretch stretch, const QString& path)
{
    if (m_thread) return false;
    auto problem = std::make_shared<QString>();
    m_thread.reset(QThread::create([this, problem, order = Order{capture, signals, stretch, path.toStdString()}] { *problem = carryOut(order, m_giveUp); }));
    connect(m_thread.get(), &QThread::finished, this, [this, path, problem] {
        m_thread->wait();
        m_thread.reset();
        Q_EMIT written(path, *problem);
    }, Qt::QueuedConnection);
    m_thread->start();
    return true;
}

}  // namespace coroboard::gui
