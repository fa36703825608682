// SPDX-License-Identifier: MIT
#include "engine/exchange/scratch_folder.hpp"
#include "plugin/library_place.hpp"

#include <gtest/gtest.h>

namespace merestone {
namespace {

namespace fs = std::filesystem;

constexpr fs::perms kOthersWrite = fs::perms::others_write;

/// A folder for everybody, as /tmp is, with a shelf of plugins inside: open/shelf/shape/shape.so.
class LibraryPlaceOf : public testing::Test {
protected:
    LibraryPlaceOf() {
        fs::create_directories(topic());
        tests::writeFile(library(), "code");
        for (const fs::path& path : {open(), shelf(), topic(), library()}) {
            fs::permissions(path, fs::perms::group_write, fs::perm_options::add); // a group is trusted
        }
    }

    [[nodiscard]] fs::path open() const { return m_folder / "open"; }
    [[nodiscard]] fs::path shelf() const { return open() / "shelf"; }
    [[nodiscard]] fs::path topic() const { return shelf() / "shape"; }
    [[nodiscard]] fs::path library() const { return topic() / "shape.so"; }
    [[nodiscard]] std::string refusal() const { return placeOfLibrary(library(), shelf()).refusal; }
    /// What is said when everybody may write to `path`; the right is taken away again.
    [[nodiscard]] std::string refusalWhenOpen(const fs::path& path, fs::perms more = fs::perms::none) const {
        fs::permissions(path, kOthersWrite | more, fs::perm_options::add);
        std::string why = refusal();
        fs::permissions(path, kOthersWrite | more, fs::perm_options::remove);
        return why;
    }

    tests::ScratchFolder m_folder;
};

TEST_F(LibraryPlaceOf, AFileInTheShelfIsItsRealPath) {
    EXPECT_EQ(refusal(), "");
    fs::create_symlink("shape.so", topic() / "link.so");
    const LibraryPlace place = placeOfLibrary(topic() / ".." / "shape" / "link.so", shelf());
    EXPECT_EQ(place.refusal, "");
    EXPECT_EQ(place.file, fs::canonical(library()));
    fs::create_symlink(shelf(), m_folder / "named");
    EXPECT_EQ(placeOfLibrary(m_folder / "named" / "shape" / "shape.so", m_folder / "named").refusal, "")
        << "the folder that the user names may be a link";
}

TEST_F(LibraryPlaceOf, ALibraryThatEverybodyCanReplaceIsRefused) {
    for (const fs::path& path : {library(), topic(), shelf(), open()}) {
        const std::string why = refusalWhenOpen(path);
        EXPECT_NE(why.find("everybody can write to '" + fs::canonical(path).string() + "'"), std::string::npos) << why;
    }
    EXPECT_EQ(refusal(), "");
}

TEST_F(LibraryPlaceOf, TheStickyBitKeepsFoldersAboveTheShelfSafeAndNoOther) {
    EXPECT_EQ(refusalWhenOpen(open(), fs::perms::sticky_bit), "");
    EXPECT_NE(refusalWhenOpen(shelf(), fs::perms::sticky_bit), "") << "everybody could add plugins";
}

TEST_F(LibraryPlaceOf, WhatIsNotThereOrLeadsElsewhereIsRefused) {
    EXPECT_NE(placeOfLibrary(topic() / "none.so", shelf()).refusal.find("cannot be found"), std::string::npos);
    EXPECT_NE(placeOfLibrary(topic(), shelf()).refusal.find("is no file"), std::string::npos);
    tests::writeFile(m_folder / "outside.so", "code");
    fs::create_symlink("../../../outside.so", topic() / "out.so");
    EXPECT_NE(placeOfLibrary(topic() / "out.so", shelf()).refusal.find("leads out of the plugin folder"),
              std::string::npos);
    fs::create_directory(m_folder / "open" / "shelf-two");
    tests::writeFile(m_folder / "open" / "shelf-two" / "a.so", "code");
    EXPECT_NE(placeOfLibrary(shelf() / ".." / "shelf-two" / "a.so", shelf()).refusal, "")
        << "a folder whose name starts alike";
}

} // namespace
} // namespace merestone
