// SPDX-License-Identifier: GPL-3.0-or-later
#include "board_view/part_item.h"

#include "board_view/button_item.h"
#include "board_view/encoder_item.h"
#include "board_view/joystick_item.h"
#include "board_view/knob_item.h"
#include "board_view/led_item.h"
#include "board_view/light_grid_item.h"
#include "board_view/motor_item.h"
#include "board_view/relay_item.h"
#include "board_view/screen_item.h"
#include "board_view/sensor_item.h"
#include "board_view/servo_item.h"
#include "board_view/seven_segment_item.h"
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
    if (control() && controlView() && control()->kind == parts::ControlKind::Slider) {
        text += QStringLiteral("<br>%1: %2").arg(QString::fromStdString(control()->label), controlText(*control(), controlView()->actual));
        if (controlView()->lastRead) text += tr(", read %1").arg(controlText(*control(), *controlView()->lastRead));
    }
    return text;
}

const parts::ControlDescription* PartItem::control() const
{
    return m_description && !m_description->controls.empty() ? &m_description->controls.front() : nullptr;
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
    if (profile.model == "servo") return new ServoItem(profile, description);
    if (profile.model == "dc_motor") return new MotorItem(profile, description);
    if (profile.model == "relay") return new RelayItem(profile, description);
    return new SensorItem(profile, description);
}

}  // namespace coroboard::gui
