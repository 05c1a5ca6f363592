// SPDX-License-Identifier: MIT
#include "micropython/flash/flash_path.h"

#include <gtest/gtest.h>

namespace coroboard::micropython {
namespace {

TEST(FlashPath, isCleanedRelativeToTheCurrentDirectory)
{
    EXPECT_EQ(cleanPath("/", "main.py").value(), "/main.py");
    EXPECT_EQ(cleanPath("/lib", "bme280.py").value(), "/lib/bme280.py");
    EXPECT_EQ(cleanPath("/lib", "/data//log.txt/").value(), "/data/log.txt");
    EXPECT_EQ(cleanPath("/lib/a", "./../b/.").value(), "/lib/b");
    EXPECT_EQ(cleanPath("/lib", "..").value(), "/");
}

TEST(FlashPath, staysAtTheRootWhateverIsTried)
{
    EXPECT_EQ(cleanPath("/", "../../../etc/passwd").value(), "/etc/passwd");
    EXPECT_EQ(cleanPath("/a/b", "../../../../..").value(), "/");
    EXPECT_EQ(cleanPath("/", "/./../.././x/../../y").value(), "/y");
}

TEST(FlashPath, refusesWhatNoFlashCanHold)
{
    EXPECT_EQ(cleanPath("/", "").error(), FileError::NoEntry);
    EXPECT_EQ(cleanPath("/", std::string(256, 'n')).error(), FileError::NameTooLong);
    EXPECT_TRUE(cleanPath("/", std::string(255, 'n')).has_value());
    std::string deep;
    for (std::size_t level = 0; level <= deepestPath; ++level) {
        deep += "/d";
    }
    EXPECT_EQ(cleanPath("/", deep).error(), FileError::NameTooLong);
    EXPECT_EQ(cleanPath("/", "bad\xff").error(), FileError::Invalid);
    EXPECT_EQ(cleanPath("/", "caf\xc3").error(), FileError::Invalid);
    EXPECT_TRUE(cleanPath("/", "caf\xc3\xa9").has_value());
}

TEST(FlashPath, partsOfAPath)
{
    EXPECT_EQ(parentPath("/lib/a.py"), "/lib");
    EXPECT_EQ(parentPath("/a.py"), "/");
    EXPECT_EQ(parentPath("/"), "/");
    EXPECT_EQ(pathName("/lib/a.py"), "a.py");
    EXPECT_EQ(pathName("/"), "");
    EXPECT_TRUE(isInside("/lib/a", "/lib"));
    EXPECT_TRUE(isInside("/lib", "/lib"));
    EXPECT_FALSE(isInside("/library", "/lib"));
    EXPECT_TRUE(isInside("/anything", "/"));
}

}  // namespace
}  // namespace coroboard::micropython
