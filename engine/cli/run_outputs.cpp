// SPDX-License-Identifier: MIT
#include "cli/run_outputs.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

#include <unistd.h>

#include <fmt/format.h>

namespace coroboard::cli {

Result<void> checkDistinct(const std::vector<std::string>& inputs, const std::vector<std::string>& outputs)
{
    std::error_code error;
    for (const std::string& output : outputs)
        for (const std::string& input : inputs)
            if (std::filesystem::equivalent(output, input, error)) return failure(fmt::format("{}: what comes out would be written over what goes in", output));
    return {};
}

Result<void> checkWritable(const std::string& file)
{
    const std::filesystem::path path = file;
    std::error_code error;
    const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : ".";
    if (std::filesystem::exists(path, error) && !std::filesystem::is_regular_file(path, error))
        return failure(fmt::format("{}: cannot be written: it is not a file", file));
    const std::filesystem::path there = std::filesystem::exists(path, error) ? path : folder;
    if (::access(there.c_str(), W_OK) != 0) return failure(fmt::format("{}: cannot be written: {}", file, std::strerror(errno)));
    return {};
}

Result<void> RunOutputs::openFile(std::ofstream& stream, const std::string& file)
{
    stream.open(file, std::ios::binary | std::ios::trunc);
    if (!stream) return failure(fmt::format("{}: cannot be written: {}", file, std::strerror(errno)));
    return {};
}

Result<std::unique_ptr<RunOutputs>> RunOutputs::open(const RunOptions& options, const board::BoardProfile& profile)
{
    if (options.vcd.empty() && options.csv.empty() && options.trace.empty()) return nullptr;
    std::unique_ptr<RunOutputs> outputs(new RunOutputs(profile));
    outputs->m_options = options;
    for (auto [stream, file] : {std::pair{&outputs->m_vcdFile, &options.vcd}, {&outputs->m_csvFile, &options.csv},
                                {&outputs->m_traceFile, &options.trace}})
        if (!file->empty())
            if (auto opened = openFile(*stream, *file); !opened) return tl::unexpected(opened.error());
    if (!options.vcd.empty()) outputs->m_signals.addSink(outputs->m_vcd.emplace(outputs->m_vcdFile, outputs->m_signals.signals()));
    if (!options.csv.empty()) outputs->m_signals.addSink(outputs->m_csv.emplace(outputs->m_csvFile, outputs->m_signals.signals()));
    if (!options.trace.empty()) {
        outputs->m_trace.emplace(outputs->m_traceFile, options.program);
        outputs->m_tasks.emplace(*outputs->m_trace);
    }
    return outputs;
}

void RunOutputs::listen(simulation::SimulationOptions& options)
{
    options.signals = [this](const peripherals::Wire& wire, const peripherals::WireEvent& event) { m_signals.record(wire, event); };
    if (m_tasks) options.tasks = &*m_tasks;
}

Result<void> RunOutputs::finish(time::VirtualTime end)
{
    m_signals.advanceTo(end);
    if (m_vcd) m_vcd->finish(end);
    if (m_csv) m_csv->finish();
    if (m_trace) m_trace->finish();
    std::string lost;
    for (auto [stream, file] : {std::pair{&m_vcdFile, &m_options.vcd}, {&m_csvFile, &m_options.csv}, {&m_traceFile, &m_options.trace}}) {
        if (file->empty()) continue;
        stream->close();
        if (!*stream) lost += *file + ": could not be written to its end\n";
    }
    if (!lost.empty()) return failure(lost);
    return {};
}

}  // namespace coroboard::cli
