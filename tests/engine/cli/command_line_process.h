// SPDX-License-Identifier: MIT
#pragma once
// Runs a program as a shell would and keeps what it wrote and how it ended. Files are made in a folder that goes with the object.

#include <filesystem>
#include <string>
#include <vector>

#include <sys/types.h>

namespace coroboard::test {

struct Outcome {
    int exitCode = -1;           // -N: ended by signal N
    std::string output;          // stdout
    std::string errors;          // stderr
};

class CommandLine {
public:
    explicit CommandLine(std::filesystem::path program);
    ~CommandLine();
    CommandLine(const CommandLine&) = delete;
    CommandLine& operator=(const CommandLine&) = delete;

    // Writes a file into the folder (making folders on the way) and returns its path.
    std::string file(const std::string& name, const std::string& text) const;
    std::string path(const std::string& name) const { return (m_folder / name).string(); }
    std::string read(const std::string& name) const;

    void setEnvironment(std::string name, std::string value) { m_environment.push_back(std::move(name) + "=" + std::move(value)); }

    // Runs it to its end, in the folder, with `input` on its stdin.
    Outcome run(const std::vector<std::string>& arguments, const std::string& input = "") const;

    // The same in two halves, for signals. waitForErrors() blocks until stderr or stdout shows `text` (or the program ended).
    struct Running;
    class Started {
    public:
        explicit Started(Running* running) : m_running(running) {}
        ~Started();
        Started(const Started&) = delete;
        Started& operator=(const Started&) = delete;
        bool waitFor(const std::string& text);
        void signal(int number);
        // What it has written to stderr up to the last waitFor().
        const std::string& errors() const;
        Outcome finish();

    private:
        Running* m_running;
    };
    Started start(const std::vector<std::string>& arguments, const std::string& input = "") const;

private:
    std::filesystem::path m_program;
    std::filesystem::path m_folder;
    std::vector<std::string> m_environment;
};

}  // namespace coroboard::test
