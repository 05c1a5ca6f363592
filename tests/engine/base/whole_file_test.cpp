// SPDX-License-Identifier: MIT
#include "base/whole_file.h"

#include <gmock/gmock.h>

#include "support/temporary_folder.h"

namespace coroboard {
namespace {

using testing::HasSubstr;

TEST(WholeFile, BytesComeAsTheyAre)
{
    const test::TemporaryFolder folder;
    const std::string bytes("\0\r\n\xff", 4);
    folder.put("some", bytes);
    folder.put("none", "");
    EXPECT_EQ(readWholeFile(folder.path() / "some").value(), bytes);
    EXPECT_EQ(readWholeFile(folder.path() / "some", 4, "a test").value(), bytes);
    EXPECT_EQ(readWholeFile(folder.path() / "none").value(), "");
}

TEST(WholeFile, WhatCannotBeReadIsSaid)
{
    const test::TemporaryFolder folder;
    folder.put("long", "12345");
    EXPECT_THAT(readWholeFile(folder.path() / "missing").error().message, HasSubstr("missing: cannot be read"));
    EXPECT_THAT(readWholeFile(folder.path() / "missing", 4, "a test").error().message, HasSubstr("missing: No such file"));
    EXPECT_THAT(readWholeFile(folder.path() / "long", 4, "a test").error().message, HasSubstr("long: 5 bytes: a test has at most 4 bytes"));
}

}  // namespace
}  // namespace coroboard
