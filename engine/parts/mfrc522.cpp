// SPDX-License-Identifier: MIT
// MFRC522: contactless reader on SPI (NXP MFRC522 data sheet Rev. 3.9, chapter 9: registers; 10: commands) with one MIFARE card that a person
// holds to it. An address byte is the register shifted left by one, its top bit set to read.

#include <algorithm>
#include <array>
#include <vector>

#include "parts/mifare_card.h"
#include "parts/part_model.h"
#include "parts/switch_control.h"
#include "time/alarm.h"

namespace coroboard::parts {

namespace {

using namespace std::chrono_literals;

enum Register : std::uint8_t {
    CommandReg = 0x01, ComIrq = 0x04, DivIrq = 0x05, ErrorReg = 0x06, Status1 = 0x07, Status2 = 0x08, FifoData = 0x09, FifoLevel = 0x0a,
    ControlReg = 0x0c, BitFraming = 0x0d, Mode = 0x11, TxControl = 0x14, CrcHigh = 0x21, CrcLow = 0x22, TMode = 0x2a, TPrescaler = 0x2b,
    TReloadHigh = 0x2c, TReloadLow = 0x2d, Version = 0x37,
};
enum Command : std::uint8_t { Idle = 0, Mem = 1, GenerateId = 2, CalculateCrc = 3, Transmit = 4, Receive = 8, Transceive = 12, Authenticate = 14, SoftReset = 15 };
constexpr std::uint8_t timerIrq = 0x01, idleIrq = 0x10, receivedIrq = 0x20, transmittedIrq = 0x40, crcIrq = 0x04;
constexpr std::uint8_t startSend = 0x80, encrypted = 0x08, antennaOn = 0x03;
constexpr std::size_t fifoSize = 64;
constexpr time::Duration byteOnAir{84'956};  // nine bits at 106 kbit/s
constexpr time::Duration cardDelay = 90us;
constexpr std::array<std::uint8_t, 64> atPowerOn = {
    0x00, 0x20, 0x80, 0x00, 0x14, 0x00, 0x00, 0x21, 0x00, 0x00, 0x00, 0x08, 0x10, 0x00, 0x00, 0x00, 0x00, 0x3f, 0x00, 0x00, 0x80, 0x00,
    0x10, 0x84, 0x84, 0x4d, 0x00, 0x00, 0x62, 0x00, 0x00, 0xeb, 0x00, 0xff, 0xff, 0x00, 0x26, 0x00, 0x48, 0x88, 0x20, 0x20, 0x00, 0x00,
    0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x92, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00};

class Mfrc522 final : public Part, private peripherals::SpiTarget {
public:
    Mfrc522(const PartModel& model, const PartContext& context)
        : Part(model, context),
          m_bus(context.spi()),
          m_card(uidOf(context), context.memory),
          m_done(context.timeline, [this] { finish(); }),
          m_reset(context.wire("rst"), [this](const peripherals::WireEvent& event) {
              if (event.kind == peripherals::WireEvent::Kind::Edge && !event.level)
                  m_hardReset = true;
          })
    {
        m_bus.attach(*this, {&context.wire("cs"), &context.wire("mosi"), &context.wire("miso")});
        restart();
    }
    ~Mfrc522() override { m_bus.detach(*this); }

protected:
    void controlMoved(const ControlDescription&, double value) override
    {
        if (value == 0)
            m_card.leave();
    }
    void show(PartView& view) const override
    {
        view.values.push_back({"card", cardIsThere() ? 1.0 : 0.0});
        view.values.push_back({"antenna", m_registers[TxControl] & antennaOn ? 1.0 : 0.0});
    }

private:
    static MifareCard::Uid uidOf(const PartContext& context)
    {
        Random random = context.random.stream("card");
        MifareCard::Uid uid{};
        for (std::uint8_t& byte : uid)
            byte = static_cast<std::uint8_t>(random.integer(0, 255));
        uid[0] = uid[0] == 0x88 ? 0x04 : uid[0];  // the cascade tag
        return uid;
    }
    bool cardIsThere() const { return control("card") > 0; }

    // -- SPI.
    void selected() override { m_expectsAddress = true; }
    Talks talks() const override { return Talks::Yes; }
    std::optional<std::uint8_t> shiftOut() override
    {
        if (m_expectsAddress || !m_reading)
            return 0;
        return read(m_address);
    }
    void shiftIn(std::uint8_t byte) override
    {
        if (std::exchange(m_hardReset, false))
            restart();
        if (m_expectsAddress || m_reading) {
            m_reading = byte & 0x80;
            m_address = byte >> 1 & 0x3f;
            m_expectsAddress = false;
        } else {
            write(m_address, byte);
        }
    }

    void restart()
    {
        m_registers = atPowerOn;
        m_fifo.clear();
        m_done.cancel();
        m_card.leave();
    }

    std::uint8_t read(std::uint8_t number)
    {
        switch (number) {
        case FifoData: {
            if (m_fifo.empty())
                return 0;
            const std::uint8_t byte = m_fifo.front();
            m_fifo.erase(m_fifo.begin());
            return byte;
        }
        case FifoLevel: return static_cast<std::uint8_t>(m_fifo.size());
        default: return m_registers[number];
        }
    }

    void write(std::uint8_t number, std::uint8_t value)
    {
        switch (number) {
        case CommandReg:
            m_registers[CommandReg] = value & 0x3f;
            begin(value & 0x0f);
            break;
        case ComIrq:
        case DivIrq:
            // Bit 7 says whether the others are set or cleared.
            if (value & 0x80)
                m_registers[number] |= value & 0x7f;
            else
                m_registers[number] = static_cast<std::uint8_t>(m_registers[number] & ~value);
            break;
        case FifoData:
            if (m_fifo.size() < fifoSize)
                m_fifo.push_back(value);
            else
                m_registers[ErrorReg] |= 0x10;
            break;
        case FifoLevel:
            if (value & 0x80)
                m_fifo.clear();
            break;
        case BitFraming:
            m_registers[BitFraming] = value & 0x7f;
            if (value & startSend && (m_registers[CommandReg] & 0x0f) == Transceive)
                transceive();
            break;
        case Status2:
            // The crypto flag can only be cleared.
            m_registers[Status2] = static_cast<std::uint8_t>((value & ~encrypted) | (m_registers[Status2] & value & encrypted));
            break;
        case TxControl:
            m_registers[TxControl] = value;
            if (!(value & antennaOn))
                m_card.leave();
            break;
        case ErrorReg:
        case Status1:
        case CrcHigh:
        case CrcLow:
        case Version: break;  // read only
        default: m_registers[number] = value;
        }
    }

    // -- Commands.
    void begin(std::uint8_t command)
    {
        m_done.cancel();
        switch (command) {
        case SoftReset: restart(); break;
        case CalculateCrc: {
            static constexpr std::array<std::uint16_t, 4> presets = {0x0000, MifareCard::checksumStart, 0xa671, 0xffff};
            const std::uint16_t sum = MifareCard::checksum(m_fifo, presets[m_registers[Mode] & 3]);
            m_registers[CrcLow] = static_cast<std::uint8_t>(sum);
            m_registers[CrcHigh] = static_cast<std::uint8_t>(sum >> 8);
            m_registers[DivIrq] |= crcIrq;
            m_fifo.clear();
            break;
        }
        case Authenticate: authenticate(); break;
        case Mem: m_fifo.clear(); break;
        default: break;
        }
    }

    void authenticate()
    {
        std::vector<std::uint8_t> given = std::exchange(m_fifo, {});
        given.resize(12);
        const std::span<const std::uint8_t> all(given);
        const bool fits = answersAtAll() && m_card.authenticate(all[0], all[1], all.subspan(2, 6), all.subspan(8, 4));
        m_pending = {};
        m_pendingIrq = fits ? idleIrq : timerIrq;
        m_encryptsThen = fits;
        m_done.setAfter(fits ? 1ms : timeout());
    }

    void transceive()
    {
        const std::vector<std::uint8_t> sent = std::exchange(m_fifo, {});
        const auto onAir = byteOnAir * static_cast<std::int64_t>(sent.size());
        m_registers[ErrorReg] = 0;
        m_registers[ComIrq] |= transmittedIrq;
        const auto answer = answersAtAll() ? m_card.receive(sent, m_registers[BitFraming] & 7) : std::nullopt;
        m_encryptsThen = false;
        if (!answer) {
            m_pending = {};
            m_pendingIrq = timerIrq;
            m_done.setAfter(onAir + timeout());
            return;
        }
        m_pending = *answer;
        m_pendingIrq = receivedIrq | idleIrq;
        m_done.setAfter(onAir + cardDelay + byteOnAir * static_cast<std::int64_t>(m_pending.bytes.size()));
    }

    bool answersAtAll() const { return cardIsThere() && (m_registers[TxControl] & antennaOn) == antennaOn; }

    // 13.56 MHz over twice the prescaler plus one, times the reload value plus one (section 8.5).
    time::Duration timeout() const
    {
        const int prescaler = (m_registers[TMode] & 15) << 8 | m_registers[TPrescaler];
        const int reload = m_registers[TReloadHigh] << 8 | m_registers[TReloadLow];
        if (!(m_registers[TMode] & 0x80))
            return 10s;  // the timer does not start by itself
        return time::Duration{static_cast<std::int64_t>((2.0 * prescaler + 1) * (reload + 1) / 13.56e6 * 1e9)};
    }

    void finish()
    {
        m_fifo = m_pending.bytes;
        m_registers[ControlReg] = static_cast<std::uint8_t>((m_registers[ControlReg] & ~7) | m_pending.lastBits);
        m_registers[ComIrq] |= m_pendingIrq;
        if (m_encryptsThen)
            m_registers[Status2] |= encrypted;
        if (m_pendingIrq & idleIrq)
            m_registers[CommandReg] &= 0xf0;
    }

    peripherals::SpiBus& m_bus;
    MifareCard m_card;
    time::Alarm m_done;
    bool m_hardReset = false;
    peripherals::WireProbe m_reset;
    std::array<std::uint8_t, 64> m_registers{};
    std::vector<std::uint8_t> m_fifo;
    MifareCard::Answer m_pending;
    std::uint8_t m_pendingIrq = 0;
    bool m_encryptsThen = false;
    bool m_expectsAddress = true;
    bool m_reading = false;
    std::uint8_t m_address = 0;
};

}  // namespace

PartModel mfrc522Model()
{
    PartModel model;
    model.description = {
        .model = "mfrc522",
        .title = "Contactless card reader (MFRC522)",
        .source = "NXP MFRC522 data sheet Rev. 3.9; MF1S50YYX_V1",
        .pins = {{"sck", "Clock"},
                 {"mosi", "Data input"},
                 {"miso", "Data output"},
                 {"cs", "Select (SDA)"},
                 {"rst", "Reset", PinRole::Load, "NC"},
                 {"irq", "Interrupt", PinRole::Load, "NC"}},
        .controls = {switchControl("card", "Card held to it", ControlKind::Toggle)},
        .notModelled = {"the interrupt pin", "I2C and UART", "several cards at once", "access bits of a card's sectors", "value blocks",
                        "the self-test and random numbers"},
    };
    model.width = 40;
    model.height = 60;
    model.make = [](const PartModel& self, const PartContext& context) -> std::unique_ptr<Part> {
        return std::make_unique<Mfrc522>(self, context);
    };
    return model;
}

}  // namespace coroboard::parts
