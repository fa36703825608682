// SPDX-License-Identifier: MIT
#include "exchange/export/zip_file.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <fstream>
#include <minizip/unzip.h>
#include <minizip/zip.h>
#include <utility>
#include <vector>

namespace merestone {

namespace {

constexpr std::size_t kChunk = std::size_t{1} << 18;
constexpr std::uintmax_t kLarge = 0xFFFFFFFFU; ///< from here on a member needs the 64-bit form

} // namespace

ZipFile::ZipFile(const std::filesystem::path& newFile)
    : m_file(newFile), m_zip(zipOpen64(newFile.c_str(), APPEND_STATUS_CREATE)) {
    check(m_zip == nullptr ? ZIP_ERRNO : ZIP_OK);
}

ZipFile::~ZipFile() {
    if (m_zip != nullptr) {
        zipClose(m_zip, nullptr);
    }
}

void ZipFile::check(int result) const {
    if (result != ZIP_OK) {
        throw Error(ErrorCode::output,
                    printable(m_file.filename().string()) +
                        ": cannot be written (the disk may be full); what was there before is untouched");
    }
}

void ZipFile::begin(const std::string& name, bool large) {
    zip_fileinfo about{};
    about.tmz_date.tm_mday = 1; // 1 January 2000; months count from 0
    about.tmz_date.tm_year = 2000;
    check(zipOpenNewFileInZip64(m_zip, name.c_str(), &about, nullptr, 0, nullptr, 0, nullptr, Z_DEFLATED,
                                Z_DEFAULT_COMPRESSION, large ? 1 : 0));
    ++m_members;
}

void ZipFile::add(const std::string& name, std::string_view bytes) {
    begin(name, bytes.size() >= kLarge);
    for (std::size_t at = 0; at < bytes.size(); at += kChunk) {
        const std::string_view part = bytes.substr(at, kChunk);
        check(zipWriteInFileInZip(m_zip, part.data(), static_cast<unsigned>(part.size())));
    }
    check(zipCloseFileInZip(m_zip));
}

void ZipFile::add(const std::filesystem::path& file) {
    begin(file.filename().string(), std::filesystem::file_size(file) >= kLarge);
    std::ifstream in(file, std::ios::binary);
    std::vector<char> buffer(kChunk);
    while (in.read(buffer.data(), static_cast<std::streamsize>(buffer.size())) || in.gcount() > 0) {
        check(zipWriteInFileInZip(m_zip, buffer.data(), static_cast<unsigned>(in.gcount())));
    }
    check(in.bad() ? ZIP_ERRNO : ZIP_OK);
    check(zipCloseFileInZip(m_zip));
}

void ZipFile::close() {
    check(zipClose(std::exchange(m_zip, nullptr), nullptr));
    void* again = unzOpen64(m_file.c_str());
    std::size_t members = 0;
    std::vector<char> buffer(kChunk);
    for (int state = again == nullptr ? UNZ_ERRNO : unzGoToFirstFile(again); state == UNZ_OK;
         state = unzGoToNextFile(again)) {
        int read = unzOpenCurrentFile(again) == UNZ_OK ? 1 : -1;
        while (read > 0) {
            read = unzReadCurrentFile(again, buffer.data(), static_cast<unsigned>(buffer.size()));
        }
        members += read == 0 && unzCloseCurrentFile(again) == UNZ_OK ? 1 : 0; // which compares the checksum
    }
    if (again != nullptr) {
        unzClose(again);
    }
    check(members == m_members ? ZIP_OK : ZIP_ERRNO);
}

} // namespace merestone
