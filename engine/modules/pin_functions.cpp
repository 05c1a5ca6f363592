// SPDX-License-Identifier: MIT
// machine.Pin, ADC, PWM and Timer.
#include <algorithm>
#include <chrono>

#include "modules/host_functions.h"

namespace coroboard::modules {

namespace {

using micropython::FromPython;
using micropython::HostCall;
using peripherals::PinMode;
using peripherals::PinPull;

BoardAccess& access(HostCall& call) { return firmwareOf(call).access(); }
peripherals::Pin& pinOf(HostCall& call) { return access(call).pin(call.integer(0)); }

peripherals::Pwm& pwmOf(HostCall& call)
{
    peripherals::Pwm* pwm = access(call).pwm(call.integer(0));
    if (!pwm) throw micropython::HardFault("this pin has no PWM");
    return *pwm;
}

peripherals::Adc& adcOf(HostCall& call)
{
    peripherals::Adc* adc = access(call).adcChannel(call.integer(0));
    if (!adc) throw micropython::HardFault("there is no such ADC channel");
    return *adc;
}

// None when it worked, else the text for a ValueError.
void answerProblem(HostCall& call, const Result<void>& result)
{
    if (!result) call.answerText(result.error().message);
}

void convert(HostCall& call)
{
    MicroPythonFirmware& firmware = firmwareOf(call);
    if (firmware.sleepUntil(firmware.loop().now() + adcOf(call).conversionTime())) firmware.vm().interrupt();
}

void configure(HostCall& call)
{
    static constexpr PinMode modes[] = {PinMode::In, PinMode::Out, PinMode::OpenDrain, PinMode::Alternate, PinMode::Analog};
    static constexpr PinPull pulls[] = {PinPull::None, PinPull::Up, PinPull::Down};
    peripherals::Pin& pin = pinOf(call);
    const std::int32_t mode = call.integer(1);
    const PinPull pull = pulls[call.integer(2)];
    if (mode < 0) {
        pin.setPull(pull);
    } else {
        pin.configure(modes[mode], pull);
    }
}

BoardAccess::Interrupt handlerOf(HostCall& call, std::uint32_t argument)
{
    return call.truth(argument) ? BoardAccess::Interrupt::Hard : BoardAccess::Interrupt::Soft;
}

void setInterrupt(HostCall& call)
{
    access(call).setPinInterrupt(call.integer(0), pinTriggerOf(call.integer(1)), handlerOf(call, 2));
}

void startTimer(HostCall& call)
{
    const auto mode = call.integer(1) == 0 ? peripherals::TimerMode::OneShot : peripherals::TimerMode::Periodic;
    const double frequency = call.number(2);
    const time::Duration period =
        frequency > 0 ? peripherals::Timer::periodOf(frequency) : time::Duration{static_cast<std::int64_t>(call.number(3) * 1e6)};
    access(call).startTimer(call.integer(0), mode, period, handlerOf(call, 4));
}

const micropython::HostFunctionEntry entries[] = {
    {"pin_number",
     [](HostCall& call) {
         if (call.kind(0) == FromPython::Text) {
             call.answerInt(access(call).pinNumber(call.text(0)));
         } else {
             const bool number = call.kind(0) == FromPython::Int;
             call.answerInt(number && access(call).hasPin(call.integer(0)) ? call.integer(0) : -1);
         }
     }},
    {"pin_name", [](HostCall& call) { call.answerText(pinOf(call).name()); }},
    {"pin_function", [](HostCall& call) { call.answerText(pinOf(call).function()); }},
    {"pin_configure", configure},
    {"pin_read", [](HostCall& call) { call.answerInt(pinOf(call).read()); }},
    {"pin_write", [](HostCall& call) { pinOf(call).write(call.truth(1)); }},
    {"pin_toggle", [](HostCall& call) { pinOf(call).write(!pinOf(call).latch()); }},
    {"pin_interrupt", setInterrupt},
    {"pin_flags", [](HostCall& call) { call.answerInt(flagsOf(access(call).pinFlags(call.integer(0)))); }},
    {"pin_drive", [](HostCall& call) { pinOf(call).setOutputOhms(call.number(1)); }},
    {"pin_hold", [](HostCall& call) { pinOf(call).setPad(call.truth(1) ? peripherals::Pin::Pad::Held : peripherals::Pin::Pad::Free); }},
    // pin, what it is switched to ("uart"); whether any controller of that kind reaches it
    {"pin_alternate",
     [](HostCall& call) {
         const std::string_view kind = call.text(1);
         const auto& settings = pinOf(call).settings();
         const bool reaches = kind == "pwm" ? settings.pwm
                                            : std::any_of(settings.busFunctions.begin(), settings.busFunctions.end(),
                                                          [&](const std::string& function) { return function.compare(0, kind.size(), kind) == 0; });
         if (reaches) pinOf(call).assign(std::string(kind), pinOf(call).pull());
         call.answerBool(reaches);
     }},
    // The channel of a pin (second argument 1) or of a channel number or pin number (0); -1 when there is none.
    {"adc_open",
     [](HostCall& call) {
         const std::int32_t id = call.integer(0, -1);
         peripherals::Adc* adc = nullptr;
         if (!call.truth(1)) adc = access(call).adcChannel(id);
         if (!adc && access(call).hasPin(id)) adc = access(call).adcOfPin(id);
         if (adc) adc->enable();
         call.answerInt(adc ? adc->channel() : -1);
     }},
    // channel, the first step in millivolts, the span of all of them
    {"adc_range", [](HostCall& call) { adcOf(call).setRange(call.number(1), call.number(2)); }},
    {"adc_bits", [](HostCall& call) { adcOf(call).setBits(call.integer(1)); }},
    {"adc_read",
     [](HostCall& call) {
         convert(call);
         call.answerInt(static_cast<std::int32_t>(adcOf(call).convert()));
     }},
    {"adc_read_u16",
     [](HostCall& call) {
         convert(call);
         call.answerInt(adcOf(call).readU16());
     }},
    {"adc_read_uv",
     [](HostCall& call) {
         convert(call);
         call.answerInt(static_cast<std::int32_t>(adcOf(call).readMicrovolts()));
     }},
    {"pwm_open", [](HostCall& call) { call.answerBool(access(call).pwm(call.integer(0)) != nullptr); }},
    {"pwm_freq", [](HostCall& call) { call.answerInt(static_cast<std::int32_t>(pwmOf(call).frequency())); }},
    {"pwm_set_freq",
     [](HostCall& call) { answerProblem(call, pwmOf(call).setFrequency(static_cast<std::uint32_t>(std::max(0, call.integer(1))))); }},
    {"pwm_duty_u16", [](HostCall& call) { call.answerInt(pwmOf(call).dutyU16()); }},
    {"pwm_set_duty_u16",
     [](HostCall& call) { answerProblem(call, pwmOf(call).setDutyU16(static_cast<std::uint32_t>(std::max(0, call.integer(1))))); }},
    {"pwm_duty_ns", [](HostCall& call) { call.answerInt(static_cast<std::int32_t>(pwmOf(call).dutyNanoseconds())); }},
    {"pwm_set_duty_ns",
     [](HostCall& call) { answerProblem(call, pwmOf(call).setDutyNanoseconds(static_cast<std::uint64_t>(std::max(0, call.integer(1))))); }},
    {"pwm_invert", [](HostCall& call) { pwmOf(call).setInverted(call.truth(1)); }},
    {"pwm_stop", [](HostCall& call) { pwmOf(call).stop(); }},
    {"timer_new", [](HostCall& call) { call.answerInt(access(call).newTimer()); }},
    {"timer_start", startTimer},
    {"timer_stop", [](HostCall& call) { access(call).stopTimer(call.integer(0)); }},
};

}  // namespace

std::span<const micropython::HostFunctionEntry> pinFunctions() { return entries; }

}  // namespace coroboard::modules
