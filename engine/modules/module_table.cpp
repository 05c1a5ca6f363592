// SPDX-License-Identifier: MIT
#include "modules/module_table.h"

namespace coroboard::modules {

const std::vector<ModuleCall>& moduleTable()
{
    using enum CallStatus;
    static const std::vector<ModuleCall> table = {
        {"asyncio", "run", Real, ""},
        {"asyncio", "create_task", Real, ""},
        {"asyncio", "current_task", Real, ""},
        {"asyncio", "sleep", Real, ""},
        {"asyncio", "sleep_ms", Real, ""},
        {"asyncio", "wait_for", Real, ""},
        {"asyncio", "wait_for_ms", Real, ""},
        {"asyncio", "gather", Real, ""},
        {"asyncio", "Task", Real, ""},
        {"asyncio", "Event", Real, ""},
        {"asyncio", "ThreadSafeFlag", Real, ""},
        {"asyncio", "Lock", Real, ""},
        {"asyncio", "get_event_loop", Real, ""},
        {"asyncio", "new_event_loop", Real, ""},
        {"asyncio", "Loop", Real, ""},
        {"asyncio", "StreamReader, StreamWriter", Partial, "over stdin and objects with ioctl; no sockets yet"},
        {"asyncio", "open_connection", Absent, "no network yet"},
        {"asyncio", "start_server", Absent, "no network yet"},
        {"time", "sleep, sleep_ms, sleep_us", Real, ""},
        {"time", "ticks_ms, ticks_us, ticks_cpu, ticks_add, ticks_diff", Real, ""},
        {"time", "time, time_ns", Real, "starts at 2021-01-01, as a board without a set clock"},
        {"time", "gmtime, localtime, mktime", Real, ""},
        {"machine", "Pin", Partial, "init, value, on, off, high, low, toggle, mode, pull, irq; no drive, no alternate functions by number"},
        {"machine", "Pin.irq", Partial, "rising and falling edges; no level triggers; hard=True runs as a soft interrupt"},
        {"machine", "Signal", Real, ""},
        {"machine", "ADC", Partial, "read_u16, read_uv; sample_ns and atten are accepted and have no effect"},
        {"machine", "PWM", Real, ""},
        {"machine", "Timer", Partial, "virtual timers (id -1); hard=True runs as a soft interrupt"},
        {"machine", "disable_irq, enable_irq", Real, ""},
        {"machine", "idle", Real, ""},
        {"machine", "freq", Partial, "reads; the clock cannot be changed"},
        {"machine", "unique_id", Real, ""},
        {"machine", "reset, soft_reset", Real, ""},
        {"machine", "reset_cause", Partial, "always PWRON_RESET"},
        {"machine", "I2C, SoftI2C", Real, ""},
        {"machine", "I2CTarget", Absent, ""},
        {"machine", "SPI, SoftSPI", Partial, "8 bits a word"},
        {"machine", "UART", Partial, "no flow control; both directions are inverted or none"},
        {"machine", "RTC", Absent, ""},
        {"machine", "WDT", Absent, ""},
        {"machine", "DAC", Absent, ""},
        {"machine", "I2S", Absent, ""},
        {"machine", "Counter, Encoder", Absent, ""},
        {"machine", "bitstream, time_pulse_us, dht_readinto", Real, ""},
        {"machine", "lightsleep, deepsleep", Absent, ""},
        {"machine", "mem8, mem16, mem32", Absent, "there is no memory map behind them"},
        {"micropython", "const, opt_level, mem_info, heap_lock, heap_unlock", Real, ""},
        {"micropython", "schedule", Real, ""},
        {"micropython", "kbd_intr", Real, ""},
        {"micropython", "alloc_emergency_exception_buf", Partial, "an exception raised under heap_lock has no traceback"},
        {"micropython", "RingIO", Real, ""},
        {"network", "", Absent, ""},
        {"socket", "", Absent, ""},
        {"neopixel", "NeoPixel", Real, ""},
        {"onewire", "OneWire, OneWireError", Real, "standard speed"},
        {"ds18x20", "DS18X20", Real, ""},
        {"dht", "DHT11, DHT22", Real, ""},
    };
    return table;
}

}  // namespace coroboard::modules
