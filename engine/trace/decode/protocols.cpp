// SPDX-License-Identifier: MIT
#include "trace/decode/protocols.h"

#include <algorithm>

#include "base/ensure.h"
#include "trace/decode/i2c_decoder.h"
#include "trace/decode/one_wire_decoder.h"
#include "trace/decode/pixel_decoder.h"
#include "trace/decode/spi_decoder.h"
#include "trace/decode/uart_decoder.h"

namespace coroboard::trace::decode {

namespace {

constexpr auto optional = LineDescription::Needed::Optional;

std::vector<ProtocolDescription> describeAll()
{
    return {
        {"i2c", "I2C", {{"scl", "Clock (SCL)"}, {"sda", "Data (SDA)"}}, {}, {}},
        {"spi",
         "SPI",
         {{"sck", "Clock (SCK)"}, {"mosi", "Out (MOSI)", optional}, {"miso", "In (MISO)", optional}, {"cs", "Select (CS)", optional}},
         {{"mode", "Mode", {{0, "0"}, {1, "1"}, {2, "2"}, {3, "3"}}},
          {"bits", "Bits", {{8, "8"}, {16, "16"}, {9, "9"}, {24, "24"}, {32, "32"}}},
          {"order", "Order", {{0, "most significant first"}, {1, "least significant first"}}}},
         {"MOSI", "MISO"}},
        {"uart",
         "UART",
         {{"tx", "Line"}},
         {{"rate", "Rate", {{0, "find out"}, {9600, "9600"}, {19200, "19200"}, {31250, "31250"}, {38400, "38400"}, {57600, "57600"},
                            {115200, "115200"}, {230400, "230400"}, {460800, "460800"}, {921600, "921600"}}},
          {"bits", "Bits", {{8, "8"}, {7, "7"}, {5, "5"}, {6, "6"}, {9, "9"}}},
          {"parity", "Parity", {{0, "none"}, {1, "even"}, {2, "odd"}}},
          {"inverted", "Idle", {{0, "high"}, {1, "low"}}}},
         {}},
        {"onewire", "1-Wire", {{"dq", "Data (DQ)"}}, {}, {}},
        {"neopixel",
         "NeoPixel",
         {{"din", "Data (DIN)"}},
         {{"bits", "Pixel", {{24, "24 bits"}, {32, "32 bits, with white"}}}, {"order", "Order", {{0, "GRB"}, {1, "RGB"}}}},
         {}},
    };
}

int chosen(const DecodeSettings& settings, const std::string& option)
{
    if (const auto found = settings.options.find(option); found != settings.options.end()) return found->second;
    for (const OptionDescription& each : findProtocol(settings.protocol)->options)
        if (each.id == option) return each.choices.front().value;
    ENSURE(false, "a described option");
    return 0;
}

bool has(const DecodeSettings& settings, int line)
{
    const auto place = static_cast<std::size_t>(line);
    return place < settings.lines.size() && !settings.lines[place].empty();
}

}  // namespace

const std::vector<ProtocolDescription>& protocols()
{
    static const std::vector<ProtocolDescription> all = describeAll();
    return all;
}

const ProtocolDescription* findProtocol(std::string_view id)
{
    const auto& all = protocols();
    const auto found = std::find_if(all.begin(), all.end(), [&](const ProtocolDescription& each) { return each.id == id; });
    return found == all.end() ? nullptr : &*found;
}

std::unique_ptr<Decoder> makeDecoder(const DecodeSettings& settings)
{
    const std::string& protocol = settings.protocol;
    ENSURE(findProtocol(protocol), "a described protocol");
    if (protocol == "i2c") return std::make_unique<I2cDecoder>();
    if (protocol == "onewire") return std::make_unique<OneWireDecoder>();
    if (protocol == "neopixel")
        return std::make_unique<PixelDecoder>(PixelSettings{chosen(settings, "bits"), static_cast<ColourOrder>(chosen(settings, "order"))});
    if (protocol == "uart")
        return std::make_unique<UartDecoder>(UartSettings{chosen(settings, "rate"), chosen(settings, "bits"),
                                                          static_cast<Parity>(chosen(settings, "parity")), chosen(settings, "inverted") != 0});
    return std::make_unique<SpiDecoder>(SpiSettings{chosen(settings, "mode"), chosen(settings, "bits"),
                                                    static_cast<BitOrder>(chosen(settings, "order")), has(settings, SpiDecoder::mosi),
                                                    has(settings, SpiDecoder::miso), has(settings, SpiDecoder::select)});
}

}  // namespace coroboard::trace::decode
