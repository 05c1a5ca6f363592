// SPDX-License-Identifier: MIT
#pragma once
// CsvWriter: signals as comma-separated values (RFC 4180), one row for every instant at which something changed, one column a signal
// (two for PWM) with its unit in the header: time [s], GP15 [level], GP26 [mV], GP16 duty [1], GP16 frequency [Hz]. A cell holds the
// value in force; it is empty before the first. The stream belongs to the caller and outlives the writer.

#include <optional>
#include <ostream>
#include <vector>

#include "trace/signal.h"

namespace coroboard::trace {

class CsvWriter : public SignalSink {
public:
    CsvWriter(std::ostream& stream, const std::vector<SignalDescription>& signals);

    void add(const SignalChange& change) override;
    // Writes the last row.
    void finish();

private:
    struct Column {
        SignalKind kind = SignalKind::Digital;
        std::size_t place = 0;               // its first cell
    };

    void writeRow();

    std::ostream& m_stream;
    std::vector<Column> m_columns;
    std::vector<std::optional<double>> m_cells;
    std::optional<time::VirtualTime> m_row;
};

}  // namespace coroboard::trace
