// SPDX-License-Identifier: GPL-3.0-or-later
#include "board_view/part_item.h"

#include <algorithm>

#include "board_view/button_item.h"
#include "board_view/buzzer_item.h"
#include "board_view/encoder_item.h"
#include "board_view/joystick_item.h"
#include "board_view/key_cap.h"
#include "board_view/keypad_item.h"
#include "board_view/knob_item.h"
#include "board_view/led_item.h"
#include "board_view/light_grid_item.h"
#include "board_view/motor_item.h"
#include "board_view/pin_bank_item.h"
#include "board_view/relay_item.h"
#include "board_view/screen_item.h"
#include "board_view/sensor_item.h"
#include "board_view/servo_item.h"
#include "board_view/seven_segment_item.h"
#include "board_view/touch_item.h"
#include "sensor_panel/control_row.h"

namespace coroboard::gui {

PartItem::PartItem(const board::PartProfile& profile, const parts::PartDescription* description, QSizeF ownSize)
    : m_profile(profile),
      m_description(description),
      m_size(profile.width > 0 ? profile.width : ownSize.width(), profile.height > 0 ? profile.height : ownSize.height())
{
    setPos(profile.place.x, profile.place.y);
    setRotation(profile.rotation);
    setAcceptHoverEvents(true);
    setObjectName(id());
    if (!key().isEmpty()) new KeyCap(key(), box().bottomRight(), *this);
}

QPainterPath PartItem::shape() const
{
    QPainterPath path;
    path.addRect(box());
    return path;
}

void PartItem::show(const parts::PartView& view)
{
    const parts::PartView before = std::exchange(m_view, view);
    viewChanged(before);
}

QString PartItem::summary() const
{
    QString text = QStringLiteral("<b>%1</b>").arg(label().toHtmlEscaped());
    if (m_description) text += QStringLiteral("<br>%1").arg(QString::fromStdString(m_description->title).toHtmlEscaped());
    for (const auto& [pin, wire] : m_profile.wires)
        if (wire != "GND" && wire != "3V3")
            text += QStringLiteral("<br>%1 → %2").arg(QString::fromStdString(pin).toHtmlEscaped(), QString::fromStdString(wire).toHtmlEscaped());
    for (std::size_t i = 0; i < std::min(controls().size(), m_view.controls.size()); ++i) {
        if (controls()[i].kind != parts::ControlKind::Slider) continue;
        text += QStringLiteral("<br>%1: %2").arg(QString::fromStdString(controls()[i].label).toHtmlEscaped(), controlText(controls()[i], m_view.controls[i].actual));
        if (m_view.controls[i].lastRead) text += tr(", read %1").arg(controlText(controls()[i], *m_view.controls[i].lastRead));
    }
    if (!key().isEmpty()) text += QStringLiteral("<br>") + tr("Key: %1").arg(key());
    return text;
}

const parts::ControlDescription* PartItem::control() const
{
    return m_description && !m_description->controls.empty() ? &m_description->controls.front() : nullptr;
}

const std::vector<parts::ControlDescription>& PartItem::controls() const
{
    static const std::vector<parts::ControlDescription> none;
    return m_description ? m_description->controls : none;
}

int PartItem::switchNumber() const
{
    const auto found = std::find_if(controls().begin(), controls().end(), [](const auto& each) { return each.kind != parts::ControlKind::Slider; });
    return found == controls().end() ? -1 : static_cast<int>(found - controls().begin());
}

void PartItem::press()
{
    const int number = switchNumber();
    if (number < 0) return;
    const auto at = static_cast<std::size_t>(number);
    const bool on = at < m_view.controls.size() && m_view.controls[at].value > 0;
    Q_EMIT moved(QString::fromStdString(controls()[at].id), controls()[at].kind == parts::ControlKind::Toggle && on ? 0 : 1);
}

void PartItem::release()
{
    const int number = switchNumber();
    if (number < 0 || controls()[static_cast<std::size_t>(number)].kind == parts::ControlKind::Toggle) return;
    Q_EMIT moved(QString::fromStdString(controls()[static_cast<std::size_t>(number)].id), 0);
}

const parts::ControlView* PartItem::controlView() const
{
    return m_view.controls.empty() ? nullptr : &m_view.controls.front();
}

void PartItem::hoverEnterEvent(QGraphicsSceneHoverEvent*) { Q_EMIT hovered(true); }

void PartItem::hoverLeaveEvent(QGraphicsSceneHoverEvent*) { Q_EMIT hovered(false); }

PartItem* makePartItem(const board::PartProfile& profile, const parts::PartDescription* description)
{
    if (profile.model == "led" || profile.model == "rgb_led") return new LedItem(profile, description);
    if (profile.model == "push_button" || profile.model == "slide_switch") return new ButtonItem(profile, description);
    if (profile.model == "potentiometer") return new KnobItem(profile, description);
    if (profile.model == "rotary_encoder") return new EncoderItem(profile, description);
    if (profile.model == "joystick") return new JoystickItem(profile, description);
    for (const char* screen : {"ssd1306", "sh1106", "hd44780", "st7789", "ili9341"})
        if (profile.model.starts_with(screen)) return new ScreenItem(profile, description);
    const auto layout = profile.words.find("layout");
    const bool hasDigits = profile.model == "max7219" && layout != profile.words.end() && layout->second == "digits";
    if (profile.model == "tm1637" || hasDigits) return new SevenSegmentItem(profile, description);
    for (const char* lights : {"neopixel", "led_matrix", "led_bar", "max7219"})
        if (profile.model == lights) return new LightGridItem(profile, description);
    if (profile.model == "buzzer") return new BuzzerItem(profile, description);
    if (profile.model == "servo") return new ServoItem(profile, description);
    if (profile.model == "dc_motor") return new MotorItem(profile, description);
    if (profile.model == "keypad_4x4") return new KeypadItem(profile, description);
    if (profile.model == "pca9685" || profile.model == "mcp23017") return new PinBankItem(profile, description);
    if (profile.model == "xpt2046") return new TouchItem(profile, description);
    if (profile.model == "relay") return new RelayItem(profile, description);
    return new SensorItem(profile, description);
}

}  // namespace coroboard::gui
