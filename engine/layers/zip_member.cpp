// SPDX-License-Identifier: MIT
#include "layers/zip_member.hpp"

#include "layers/gdal_session.hpp"

#include <algorithm>
#include <cpl_vsi.h>
#include <memory>

namespace merestone {

namespace {

constexpr std::size_t kChunk = std::size_t{1} << 16U;

struct CloseFile {
    void operator()(VSILFILE* file) const noexcept { VSIFCloseL(file); }
};

} // namespace

ZipMember readZipMember(const std::filesystem::path& file, const std::string& member, std::size_t most) {
    prepareGdal();
    ZipMember result;
    const GdalMessages messages; // what GDAL says of a damaged file is told in our own words
    // The braces tell where the zip file's own name ends, whatever it is called.
    const std::string path = "/vsizip/{" + file.string() + "}/" + member;
    const std::unique_ptr<VSILFILE, CloseFile> stream(VSIFOpenL(path.c_str(), "rb"));
    if (!stream) {
        return result;
    }
    std::string chunk(kChunk, '\0');
    for (std::size_t count = kChunk; count == kChunk;) {
        count = VSIFReadL(chunk.data(), 1, kChunk, stream.get());
        result.bytes.append(chunk, 0, count);
        if (result.bytes.size() > most) {
            return {ZipMember::State::tooLarge, ""};
        }
    }
    const bool whole = !messages.failed() && !result.bytes.empty();
    result.state = whole ? ZipMember::State::read : ZipMember::State::unreadable;
    return result;
}

} // namespace merestone
