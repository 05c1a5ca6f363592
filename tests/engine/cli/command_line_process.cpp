// SPDX-License-Identifier: MIT
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include "engine/cli/command_line_process.h"

namespace coroboard::test {

namespace fs = std::filesystem;

struct CommandLine::Running {
    pid_t process = -1;
    int output = -1;
    int errors = -1;
    Outcome outcome;

    // Reads what is there; false when both streams have ended.
    bool readSome();
};

namespace {

bool readInto(int& descriptor, std::string& text)
{
    std::array<char, 65536> bytes;
    const ssize_t count = ::read(descriptor, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) return true;
    if (count > 0) {
        text.append(bytes.data(), static_cast<std::size_t>(count));
        return true;
    }
    ::close(descriptor);
    descriptor = -1;
    return false;
}

}  // namespace

bool CommandLine::Running::readSome()
{
    std::array<pollfd, 2> streams{pollfd{output, POLLIN, 0}, pollfd{errors, POLLIN, 0}};
    if (output < 0 && errors < 0) return false;
    if (::poll(streams.data(), streams.size(), -1) < 0) return errno == EINTR;
    if (streams[0].revents) readInto(output, outcome.output);
    if (streams[1].revents) readInto(errors, outcome.errors);
    return output >= 0 || errors >= 0;
}

CommandLine::CommandLine(fs::path program) : m_program(std::move(program))
{
    std::string pattern = (fs::temp_directory_path() / "coroboard-cli-test-XXXXXX").string();
    if (!::mkdtemp(pattern.data())) throw std::runtime_error("no folder for the test");
    m_folder = pattern;
}

CommandLine::~CommandLine()
{
    std::error_code error;
    fs::remove_all(m_folder, error);
}

std::string CommandLine::file(const std::string& name, const std::string& text) const
{
    const fs::path file = m_folder / name;
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
    return file.string();
}

std::string CommandLine::read(const std::string& name) const
{
    std::ifstream stream(m_folder / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

Outcome CommandLine::run(const std::vector<std::string>& arguments, const std::string& input) const
{
    return start(arguments, input).finish();
}

CommandLine::Started CommandLine::start(const std::vector<std::string>& arguments, const std::string& input) const
{
    const std::string inputFile = file(".stdin", input);
    std::vector<char*> words{const_cast<char*>(m_program.c_str())};
    for (const std::string& argument : arguments) words.push_back(const_cast<char*>(argument.c_str()));
    words.push_back(nullptr);
    std::array<int, 2> output;
    std::array<int, 2> errors;
    if (::pipe2(output.data(), O_CLOEXEC) || ::pipe2(errors.data(), O_CLOEXEC)) throw std::runtime_error("no pipe for the test");
    const pid_t process = ::fork();
    if (process < 0) throw std::runtime_error("no process for the test");
    if (process == 0) {
        const int in = ::open(inputFile.c_str(), O_RDONLY);
        ::dup2(in, STDIN_FILENO);
        ::dup2(output[1], STDOUT_FILENO);
        ::dup2(errors[1], STDERR_FILENO);
        if (::chdir(m_folder.c_str())) ::_exit(126);
        for (const std::string& variable : m_environment) ::putenv(const_cast<char*>(variable.c_str()));
        ::execv(m_program.c_str(), words.data());
        ::_exit(127);
    }
    ::close(output[1]);
    ::close(errors[1]);
    return Started(new Running{process, output[0], errors[0], {}});
}

CommandLine::Started::~Started()
{
    if (m_running->process > 0) {
        ::kill(m_running->process, SIGKILL);
        finish();
    }
    delete m_running;
}

bool CommandLine::Started::waitFor(const std::string& text)
{
    const auto& [exitCode, output, errors] = m_running->outcome;
    for (;;) {
        if (output.find(text) != std::string::npos || errors.find(text) != std::string::npos) return true;
        if (!m_running->readSome()) return false;
    }
}

void CommandLine::Started::signal(int number) { ::kill(m_running->process, number); }

const std::string& CommandLine::Started::errors() const { return m_running->outcome.errors; }

Outcome CommandLine::Started::finish()
{
    while (m_running->readSome()) {
    }
    int status = 0;
    while (::waitpid(m_running->process, &status, 0) < 0 && errno == EINTR) {
    }
    m_running->process = -1;
    m_running->outcome.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    return m_running->outcome;
}

}  // namespace coroboard::test
