// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAudioFormat>
#include <QAudioSink>
#include <QCoreApplication>
#include <QIODevice>
#include <QMediaDevices>
#include <vector>

#include "sound/sound_output.h"

namespace coroboard::gui {

namespace {

constexpr int latencyMilliseconds = 60;

// Samples on demand, one value in every channel.
class Samples final : public QIODevice {
public:
    Samples(SoundOutput::Render render, QAudioFormat format) : m_render(std::move(render)), m_format(std::move(format)) { open(ReadOnly); }

    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override { return std::numeric_limits<int>::max(); }

protected:
    qint64 readData(char* data, qint64 size) override
    {
        const qint64 frames = size / m_format.bytesPerFrame();
        m_mono.resize(static_cast<std::size_t>(frames));
        m_render(m_mono);
        auto* out = reinterpret_cast<float*>(data);
        for (const float sample : m_mono) out = std::fill_n(out, m_format.channelCount(), sample);
        return frames * m_format.bytesPerFrame();
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    SoundOutput::Render m_render;
    QAudioFormat m_format;
    std::vector<float> m_mono;
};

class DeviceOutput final : public SoundOutput {
public:
    QString start(Render render) override
    {
        const QAudioDevice device = QMediaDevices::defaultAudioOutput();
        if (device.isNull()) return QCoreApplication::translate("DeviceOutput", "No sound device was found.");
        QAudioFormat format;
        format.setSampleRate(sampleRate);
        format.setChannelCount(2);
        format.setSampleFormat(QAudioFormat::Float);
        if (!device.isFormatSupported(format))
            return QCoreApplication::translate("DeviceOutput", "%1 does not take our sound.").arg(device.description());
        m_samples = std::make_unique<Samples>(std::move(render), format);
        m_sink = std::make_unique<QAudioSink>(device, format);
        m_sink->setBufferSize(format.bytesForDuration(latencyMilliseconds * 1000));
        m_sink->start(m_samples.get());
        if (m_sink->error() == QAudio::NoError) return {};
        stop();
        return QCoreApplication::translate("DeviceOutput", "%1 cannot be opened.").arg(device.description());
    }

    void stop() override
    {
        m_sink.reset();
        m_samples.reset();
    }

private:
    std::unique_ptr<Samples> m_samples;
    std::unique_ptr<QAudioSink> m_sink;
};

}  // namespace

std::unique_ptr<SoundOutput> makeDeviceOutput() { return std::make_unique<DeviceOutput>(); }

}  // namespace coroboard::gui
