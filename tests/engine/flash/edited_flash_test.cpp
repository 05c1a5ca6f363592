// SPDX-License-Identifier: MIT
// A project folder with files that are edited and not saved: the program reads the edited ones, the folder keeps its own.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/temporary_folder.h"
#include "micropython/flash/flash_file_system.h"

namespace coroboard::micropython {
namespace {

using test::TemporaryFolder;
using testing::ElementsAre;

class EditedFlash : public testing::Test {
protected:
    EditedFlash()
    {
        folder.put("main.py", "saved");
        std::filesystem::create_directory(folder.path() / "lib");
        folder.put("lib/a.py", "a");
        flash = FlashFileSystem::inFolder(folder.path(), 1'000'000, [] { return std::int64_t{5}; }, {}).value();
        flash->edit({{"/main.py", "edited text"}, {"/lib/new.py", "new"}});
    }
    std::vector<std::string> names(const std::string& path)
    {
        std::vector<std::string> found;
        const std::vector<NamedEntry> entries = flash->list(path).value();
        for (const NamedEntry& entry : entries) found.push_back(entry.name);
        return found;
    }

    TemporaryFolder folder;
    std::unique_ptr<FlashFileSystem> flash;
};

TEST_F(EditedFlash, readsTheEditedTextAndKeepsTheFolder)
{
    EXPECT_EQ(flash->readFile("/main.py").value(), "edited text");
    EXPECT_EQ(flash->stat("/main.py")->entry.size, 11u);
    EXPECT_EQ(folder.get("main.py"), "saved");
    EXPECT_THAT(names("/lib"), ElementsAre("a.py", "new.py"));
    EXPECT_EQ(flash->readFile("/lib/a.py").value(), "a");
}

TEST_F(EditedFlash, whatTheProgramWritesIsTheProgramsFromThenOn)
{
    ASSERT_TRUE(flash->writeFile("/main.py", "by the program").has_value());
    EXPECT_EQ(flash->readFile("/main.py").value(), "by the program");
    EXPECT_EQ(folder.get("main.py"), "by the program");
}

TEST_F(EditedFlash, whatTheProgramRemovesIsGone)
{
    ASSERT_TRUE(flash->removeFile("/lib/new.py").has_value());
    ASSERT_TRUE(flash->removeFile("/main.py").has_value());
    EXPECT_FALSE(flash->stat("/main.py").has_value());
    EXPECT_FALSE(flash->stat("/lib/new.py").has_value());
    EXPECT_THAT(names("/"), ElementsAre("lib"));
}

TEST_F(EditedFlash, textsMoveWithTheirNames)
{
    ASSERT_TRUE(flash->rename("/lib", "/library").has_value());
    EXPECT_EQ(flash->readFile("/library/new.py").value(), "new");
    ASSERT_TRUE(flash->rename("/main.py", "/old.py").has_value());
    EXPECT_EQ(flash->readFile("/old.py").value(), "edited text");
    EXPECT_FALSE(flash->stat("/main.py").has_value());
}

}  // namespace
}  // namespace coroboard::micropython
