// SPDX-License-Identifier: MIT
#include "program/program.h"

#include <cstdlib>
#include <fstream>
#include <iterator>

#include <sys/stat.h>
#include <unistd.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace coroboard::program {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::HasSubstr;

// A folder of its own for every test.
class ProgramTest : public ::testing::Test {
protected:
    ProgramTest()
    {
        std::string name = (fs::temp_directory_path() / "program_test.XXXXXX").string();
        m_folder = ::mkdtemp(name.data());
    }
    ~ProgramTest() override
    {
        std::error_code error;
        fs::remove_all(m_folder, error);
    }

    fs::path write(const std::string& name, const std::string& bytes) const
    {
        const fs::path path = m_folder / name;
        fs::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << bytes;
        return path;
    }

    static std::string read(const fs::path& path)
    {
        std::ifstream stream(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    }

    static std::string problem(const fs::path& path)
    {
        const Result<Program> program = loadProgram(path);
        return program ? "(none)" : program.error().message;
    }

    fs::path m_folder;
};

TEST_F(ProgramTest, LoadsAFile)
{
    const fs::path path = write("blink.py", "print('hallo, wörld')\n");
    const Result<Program> program = loadProgram(path);
    ASSERT_TRUE(program) << program.error().message;
    EXPECT_EQ(program->name, "blink.py");
    EXPECT_EQ(program->main, "print('hallo, wörld')\n");
    EXPECT_EQ(program->mainFile, path);
    EXPECT_TRUE(program->folder.empty());
    EXPECT_TRUE(program->board.empty());
}

TEST_F(ProgramTest, AProfileBesideTheProjectIsFoundFromAnywhere)
{
    write("own/main.py", "");
    write("own/coroboard.json", R"({"board": "board.json"})");
    const auto program = loadProgram(m_folder / "own");
    ASSERT_TRUE(program);
    EXPECT_EQ(program->board, (m_folder / "own" / "board.json").string());
}

TEST_F(ProgramTest, LoadsAFolderAndItsBoard)
{
    write("first-light/main.py", "pass\n");
    write("first-light/coroboard.json", "{\"board\": \"sensor-board\"}\n");
    for (const char* spelling : {"first-light", "first-light/", "first-light/."}) {
        const Result<Program> program = loadProgram(m_folder / spelling);
        ASSERT_TRUE(program) << program.error().message;
        EXPECT_EQ(program->name, "first-light");
        EXPECT_EQ(program->main, "pass\n");
        EXPECT_EQ(program->folder, m_folder / spelling);
        EXPECT_EQ(program->board, "sensor-board");
    }
    write("plain/main.py", "");
    ASSERT_TRUE(loadProgram(m_folder / "plain"));
    EXPECT_EQ(loadProgram(m_folder / "plain")->board, "");
}

TEST_F(ProgramTest, SaysWhatIsMissing)
{
    EXPECT_THAT(problem(m_folder / "none.py"), AllOf(HasSubstr("none.py"), HasSubstr("no such file")));
    fs::create_directory(m_folder / "empty");
    EXPECT_THAT(problem(m_folder / "empty"), AllOf(HasSubstr("empty"), HasSubstr("main.py")));
    fs::create_directories(m_folder / "odd/main.py");
    EXPECT_THAT(problem(m_folder / "odd"), HasSubstr("not a regular file"));
    EXPECT_THAT(problem("/dev/zero"), HasSubstr("not a regular file"));
}

TEST_F(ProgramTest, RefusesWhatIsNotText)
{
    EXPECT_THAT(problem(write("a.py", std::string("x = 1\ny\0z", 9))), AllOf(HasSubstr("a.py:2"), HasSubstr("0x00"), HasSubstr("offset 7")));
    EXPECT_THAT(problem(write("b.py", "\xff\xfe")), AllOf(HasSubstr("b.py:1"), HasSubstr("0xff"), HasSubstr("offset 0")));
    EXPECT_THAT(problem(write("c.py", "a\xc3")), HasSubstr("offset 1"));
    EXPECT_THAT(problem(write("d.py", "\xe0\x80\xaf")), HasSubstr("offset 0"));
    EXPECT_THAT(problem(write("e.py", "\xed\xa0\x80")), HasSubstr("offset 0"));
    EXPECT_EQ(problem(write("f.py", "# \xf0\x9f\x98\x80 \xed\x9f\xbf \xef\xbb\xbf\n")), "(none)");
}

TEST_F(ProgramTest, RefusesWhatIsTooBig)
{
    EXPECT_EQ(problem(write("fits.py", std::string(maximalSourceSize, '#'))), "(none)");
    EXPECT_THAT(problem(write("big.py", std::string(maximalSourceSize + 1, '#'))),
                AllOf(HasSubstr("big.py"), HasSubstr("1048577"), HasSubstr("1048576")));
}

TEST_F(ProgramTest, RefusesWhatMayNotBeRead)
{
    const fs::path path = write("secret.py", "pass\n");
    fs::permissions(path, fs::perms::none);
    if (::geteuid() == 0) {
        GTEST_SKIP() << "root may read everything";
    }
    EXPECT_THAT(problem(path), AllOf(HasSubstr("secret.py"), HasSubstr("cannot be read"), HasSubstr("Permission denied")));
}

TEST_F(ProgramTest, SaysWhatIsWrongWithTheBoardFile)
{
    write("p/main.py", "");
    const auto boardProblem = [&](const std::string& text) {
        write("p/coroboard.json", text);
        return problem(m_folder / "p");
    };
    EXPECT_THAT(boardProblem("{\n  \"board\": nonsense\n}"), HasSubstr("coroboard.json:2:"));
    EXPECT_THAT(boardProblem(""), HasSubstr("coroboard.json:1:1"));
    EXPECT_THAT(boardProblem("[]"), AllOf(HasSubstr("object"), HasSubstr("array")));
    EXPECT_THAT(boardProblem("{\"bord\": \"x\"}"), AllOf(HasSubstr("/bord"), HasSubstr("\"board\"")));
    EXPECT_THAT(boardProblem("{\"board\": 3}"), AllOf(HasSubstr("/board"), HasSubstr("3")));
    EXPECT_THAT(boardProblem("{\"board\": \"\"}"), HasSubstr("/board"));
    EXPECT_THAT(boardProblem("\xff"), HasSubstr("coroboard.json:1: not a text file"));
    EXPECT_EQ(boardProblem("{}"), "(none)");
}

TEST_F(ProgramTest, AProgramFromText)
{
    const Program program = programFromText("pass\n");
    EXPECT_EQ(program.name, "main.py");
    EXPECT_EQ(program.main, "pass\n");
    EXPECT_TRUE(program.mainFile.empty());
}

TEST_F(ProgramTest, SavesANewFile)
{
    const fs::path path = m_folder / "new.py";
    const Result<void> saved = saveText(path, "print(1)\n");
    ASSERT_TRUE(saved) << saved.error().message;
    EXPECT_EQ(read(path), "print(1)\n");
    const mode_t mask = ::umask(0);
    ::umask(mask);
    struct stat status = {};
    ASSERT_EQ(::stat(path.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0666 & ~mask);
}

TEST_F(ProgramTest, SavingKeepsPermissionsAndLeavesNothingBehind)
{
    const fs::path path = write("tool.py", "old");
    fs::permissions(path, fs::perms::owner_all | fs::perms::group_read);
    ASSERT_TRUE(saveText(path, std::string(300000, 'x')));
    EXPECT_EQ(read(path).size(), 300000u);
    EXPECT_EQ(fs::status(path).permissions(), fs::perms::owner_all | fs::perms::group_read);
    EXPECT_EQ(std::distance(fs::directory_iterator(m_folder), fs::directory_iterator()), 1);
}

TEST_F(ProgramTest, SavingFollowsASymbolicLink)
{
    const fs::path target = write("real/main.py", "old");
    fs::create_symlink("real/main.py", m_folder / "link.py");
    ASSERT_TRUE(saveText(m_folder / "link.py", "new"));
    EXPECT_TRUE(fs::is_symlink(m_folder / "link.py"));
    EXPECT_EQ(read(target), "new");
}

TEST_F(ProgramTest, SavingSaysWhyItCouldNot)
{
    const Result<void> nowhere = saveText(m_folder / "no" / "such" / "x.py", "text");
    ASSERT_FALSE(nowhere);
    EXPECT_THAT(nowhere.error().message, AllOf(HasSubstr("x.py"), HasSubstr("No such file")));
    fs::create_directory(m_folder / "folder.py");
    const Result<void> folder = saveText(m_folder / "folder.py", "text");
    ASSERT_FALSE(folder);
    EXPECT_THAT(folder.error().message, HasSubstr("not a regular file"));
    EXPECT_FALSE(saveText("/dev/full", "text"));
}

TEST(CodeLines, areWhereAProgramCanStop)
{
    constexpr std::string_view source = R"("""What it is."""
import time

async def work(n):
    """Works."""
    global count
    while True:
        if n:
            pass
        else:
            n = (1 +
                 2)
        try:
            await time
        except ValueError:
            n: int
            m: int = 3
        finally:
            print(n); print(m)

@wrap
class Thing:
    kind = 'x'
)";
    EXPECT_EQ(codeLines(source), (std::vector<int>{2, 4, 8, 11, 13, 14, 17, 19, 21, 23}));
    EXPECT_TRUE(codeLines("").empty());
}

}  // namespace
}  // namespace coroboard::program
