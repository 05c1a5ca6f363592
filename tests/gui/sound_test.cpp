// SPDX-License-Identifier: GPL-3.0-or-later
// The buzzer's sound without a sound device: an output that only takes samples.

#include <gtest/gtest.h>

#include <QAction>
#include <QLabel>
#include <QSlider>
#include <cmath>

#include "board_view/buzzer_item.h"
#include "sample_board.h"
#include "simulation/part_catalogue.h"
#include "sound/buzzer_sound.h"
#include "sound/sound_button.h"
#include "waiting.h"

namespace coroboard::gui {

namespace {

constexpr double rate = SoundOutput::sampleRate;

std::vector<float> take(ToneMixer& mixer, double seconds)
{
    std::vector<float> samples(static_cast<std::size_t>(seconds * rate));
    mixer.render(samples);
    return samples;
}

double loudness(const std::vector<float>& samples)
{
    double sum = 0;
    for (const float sample : samples) sum += static_cast<double>(sample) * sample;
    return std::sqrt(sum / static_cast<double>(samples.size()));
}

// How much of a frequency there is (Goertzel), as the amplitude of a sine.
double amplitude(const std::vector<float>& samples, double frequency)
{
    const double turn = 2 * std::cos(2 * 3.14159265358979 * frequency / rate);
    double one = 0;
    double two = 0;
    for (const float sample : samples) two = std::exchange(one, sample + turn * one - two);
    return 2 * std::sqrt(one * one + two * two - turn * one * two) / static_cast<double>(samples.size());
}

TEST(ToneMixer, aSquareWaveHasItsFrequencyAndOddHarmonics)
{
    ToneMixer mixer(rate);
    mixer.setVolume(1);
    mixer.setTones({{1000, 0.5}});
    take(mixer, 0.1);
    const auto samples = take(mixer, 0.5);
    const double first = amplitude(samples, 1000);
    EXPECT_NEAR(first, 0.4 * 4 / 3.14159, 0.03);
    EXPECT_NEAR(amplitude(samples, 3000) / first, 1.0 / 3, 0.06);
    EXPECT_LT(amplitude(samples, 2000), first / 100);
}

TEST(ToneMixer, theDutyIsHeardAndLeavesNoDirectCurrent)
{
    ToneMixer mixer(rate);
    mixer.setTones({{1000, 0.25}});
    take(mixer, 0.1);
    const auto samples = take(mixer, 0.5);
    EXPECT_GT(amplitude(samples, 2000), amplitude(samples, 1000) / 2) << "a quarter of the period: even harmonics, too";
    double sum = 0;
    for (const float sample : samples) sum += sample;
    EXPECT_NEAR(sum / static_cast<double>(samples.size()), 0, 1e-3);
}

TEST(ToneMixer, aHighToneHasNoFalseOnes)
{
    ToneMixer mixer(rate);
    mixer.setTones({{7100, 0.5}});
    take(mixer, 0.1);
    const auto samples = take(mixer, 0.5);
    // The fifth harmonic, 35.5 kHz, would fold to 12.5 kHz.
    EXPECT_LT(amplitude(samples, 12'500), amplitude(samples, 7100) / 50);
}

TEST(ToneMixer, beginsAndEndsWithoutAClick)
{
    ToneMixer mixer(rate);
    mixer.setVolume(1);
    mixer.setTones({{440, 0.5}});
    EXPECT_LT(std::abs(take(mixer, 1 / rate).front()), 0.02);
    take(mixer, 0.1);
    mixer.setTones({});
    take(mixer, 0.05);
    EXPECT_LT(loudness(take(mixer, 0.1)), 1e-6);
}

TEST(ToneMixer, staysWithinItsScaleWithManyBuzzers)
{
    ToneMixer mixer(rate);
    mixer.setVolume(1);
    mixer.setTones(std::vector<Tone>(20, Tone{440, 0.5}));
    for (const float sample : take(mixer, 0.2)) ASSERT_LE(std::abs(sample), 1.0F);
}

struct Taker final : SoundOutput {
    explicit Taker(Taker*& place, QString answer) : problem(std::move(answer)), here(place) { here = this; }
    ~Taker() override { here = nullptr; }
    QString start(Render given) override
    {
        render = std::move(given);
        return problem;
    }
    void stop() override {}

    double heard()
    {
        std::vector<float> samples(4800);
        render(samples);
        return loudness(samples);
    }

    QString problem;
    Taker*& here;
    Render render;
};

class BuzzerSoundTest : public testing::Test {
protected:
    void buzz(double frequency, bool paused = false)
    {
        simulation::Snapshot snapshot;
        simulation::PartSnapshot part;
        part.id = "buzzer";
        part.view.model = "buzzer";
        part.view.values = {{"frequency", frequency}, {"duty", 0.5}, {"sounding", frequency > 0 ? 1.0 : 0.0}};
        snapshot.parts.push_back(part);
        snapshot.paused = paused;
        sound.show(snapshot);
    }

    Taker* output = nullptr;
    QString problem;
    BuzzerSound sound{[this] { return std::make_unique<Taker>(output, problem); }};
};

TEST_F(BuzzerSoundTest, isHeardWhileItSounds)
{
    buzz(0);
    EXPECT_FALSE(output) << "no device is opened for silence";
    buzz(880);
    ASSERT_TRUE(output);
    EXPECT_GT(output->heard(), 0.02);
    buzz(880, true);
    output->heard();
    EXPECT_LT(output->heard(), 1e-6) << "paused";
    buzz(880);
    EXPECT_GT(output->heard(), 0.02);
}

TEST_F(BuzzerSoundTest, volumeAndMute)
{
    buzz(880);
    sound.setVolume(100);
    output->heard();
    const double loud = output->heard();
    sound.setVolume(50);
    EXPECT_NEAR(output->heard(), loud / 4, loud / 40);
    sound.setMuted(true);
    output->heard();
    EXPECT_LT(output->heard(), 1e-6);
    sound.setMuted(false);
    EXPECT_GT(output->heard(), 0.02);
}

TEST_F(BuzzerSoundTest, withoutADeviceItSaysSoAndTriesAgainWhenAsked)
{
    problem = "No sound device was found.";
    QAction on("Sound");
    on.setCheckable(true);
    on.setChecked(true);
    SoundButton button(on, 50);
    QObject::connect(&sound, &BuzzerSound::problemChanged, &button, [&] { button.setProblem(sound.problem()); });
    buzz(880);
    EXPECT_FALSE(sound.isPlaying());
    EXPECT_EQ(on.toolTip(), problem);
    buzz(0);
    buzz(440);
    EXPECT_FALSE(sound.isPlaying());
    problem.clear();
    sound.setMuted(false);
    EXPECT_TRUE(sound.isPlaying());
    EXPECT_EQ(on.toolTip(), "Sound");
}

TEST(SoundButton, theVolumeIsChosenInItsMenu)
{
    QAction on("Sound");
    on.setCheckable(true);
    SoundButton button(on, 30);
    int chosen = 0;
    QObject::connect(&button, &SoundButton::volumeChosen, &button, [&](int percent) { chosen = percent; });
    auto* slider = button.findChild<QSlider*>("volume");
    EXPECT_EQ(slider->value(), 30);
    QTest::keyClick(slider, Qt::Key_End);
    EXPECT_EQ(chosen, 100);
}

TEST(BuzzerItem, showsTheWaveOfItsTone)
{
    board::PartProfile profile;
    profile.id = profile.label = "buzzer";
    profile.model = "buzzer";
    BuzzerItem item(profile, simulation::describeModel("buzzer"));
    EXPECT_TRUE(item.summary().contains("silent"));
    const auto picture = [&](double frequency, double duty) {
        parts::PartView view;
        view.values = {{"frequency", frequency}, {"duty", duty}, {"sounding", frequency > 0 ? 1.0 : 0.0}};
        item.show(view);
        QImage image(200, 200, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        painter.translate(100, 80);
        item.paint(&painter, nullptr, nullptr);
        return image;
    };
    const QImage silent = picture(0, 0);
    const QImage half = picture(2500, 0.5);
    EXPECT_TRUE(item.summary().contains("2.50 kHz"));
    EXPECT_NE(silent, half);
    EXPECT_NE(half, picture(2500, 0.1)) << "the duty";
    EXPECT_NE(half, picture(440, 0.5)) << "the frequency";
    EXPECT_EQ(silent, picture(0, 0));
}

}  // namespace

}  // namespace coroboard::gui
