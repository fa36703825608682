// SPDX-License-Identifier: MIT
#include "layers/shapefile_parts.hpp"

#include "base/text.hpp"

#include <array>
#include <cpl_vsi.h>
#include <optional>

namespace merestone {

namespace {

using Header = std::array<unsigned char, 100>;

struct Part {
    std::string file;
    std::uint64_t size = 0;
    std::size_t headerBytes = 0;
    Header header{};

    [[nodiscard]] std::uint32_t big32(std::size_t at) const {
        return (std::uint32_t{header[at]} << 24) | (std::uint32_t{header[at + 1]} << 16) |
               (std::uint32_t{header[at + 2]} << 8) | header[at + 3];
    }
    [[nodiscard]] std::uint32_t little32(std::size_t at) const {
        return (std::uint32_t{header[at + 3]} << 24) | (std::uint32_t{header[at + 2]} << 16) |
               (std::uint32_t{header[at + 1]} << 8) | header[at];
    }
    [[nodiscard]] std::uint32_t little16(std::size_t at) const {
        return (std::uint32_t{header[at + 1]} << 8) | header[at];
    }
    /// Length that the header of a .shp or .shx states (it counts 16-bit words).
    [[nodiscard]] std::uint64_t statedSize() const { return std::uint64_t{big32(24)} * 2; }
};

std::optional<Part> readPart(const std::string& name, const char* suffix) {
    const std::string base = name.substr(0, name.size() - 4);
    std::string upper = suffix;
    for (char& c : upper) {
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    for (const std::string& spelling : {std::string(suffix), upper}) {
        VSIStatBufL status;
        const std::string file = base + spelling;
        if (VSIStatL(file.c_str(), &status) != 0) {
            continue;
        }
        Part part;
        part.file = file;
        part.size = static_cast<std::uint64_t>(status.st_size);
        VSILFILE* handle = VSIFOpenL(file.c_str(), "rb");
        if (handle != nullptr) {
            part.headerBytes = VSIFReadL(part.header.data(), 1, part.header.size(), handle);
            VSIFCloseL(handle);
        }
        return part;
    }
    return std::nullopt;
}

void checkLength(const LayerRequest& request, const Part& part, const char* suffix) {
    if (part.headerBytes < part.header.size()) {
        failRequest(request, std::string("its ") + suffix + " is cut short (no whole header): copy all parts again");
    }
    if (part.size < part.statedSize()) {
        failRequest(request, std::string("its ") + suffix + " is cut short (" + std::to_string(part.size) + " of " +
                                 std::to_string(part.statedSize()) + " bytes are there): copy all parts again");
    }
}

std::uint64_t dbfRecords(const LayerRequest& request, const Part& dbf) {
    constexpr std::size_t kLeastHeader = 32;
    if (dbf.headerBytes < kLeastHeader) {
        failRequest(request, "its .dbf is cut short (no whole header): copy all parts again");
    }
    const std::uint64_t records = dbf.little32(4);
    const std::uint64_t needed = dbf.little16(8) + records * dbf.little16(10);
    if (dbf.size < needed) {
        failRequest(request, "its .dbf is cut short (" + std::to_string(dbf.size) + " of " + std::to_string(needed) +
                                 " bytes are there): copy all parts again");
    }
    return records;
}

} // namespace

void checkShapefileParts(const LayerRequest& request, const std::string& name, std::vector<LayerNote>& notes) {
    constexpr std::uint64_t kHeader = 100;
    constexpr std::uint64_t kIndexEntry = 8;
    const std::optional<Part> shp = readPart(name, ".shp");
    const std::optional<Part> shx = readPart(name, ".shx");
    const std::optional<Part> dbf = readPart(name, ".dbf");
    if (shp) {
        checkLength(request, *shp, ".shp");
    }
    if (!shx) {
        const std::string file = printable(std::filesystem::path(name).filename().string());
        failRequest(request, "its .shx is missing: ask for it, or on a copy run `SHAPE_RESTORE_SHX=YES ogrinfo " +
                                 file + "`, which makes one (shapes deleted earlier may come back)");
    }
    checkLength(request, *shx, ".shx");
    const std::uint64_t shapes = shx->statedSize() < kHeader ? 0 : (shx->statedSize() - kHeader) / kIndexEntry;
    if (!dbf) {
        notes.push_back({"source.no_dbf", "the .dbf is missing: the shapes have no attributes; ask for the .dbf", 0});
        return;
    }
    const std::uint64_t records = dbfRecords(request, *dbf);
    if (records != shapes) {
        notes.push_back({"count.disagrees",
                         "the .shx counts " + std::to_string(shapes) + " shapes and the .dbf " +
                             std::to_string(records) + " records: export the shapefile again",
                         records > shapes ? records - shapes : shapes - records});
    }
}

bool someRecordsLackShape(const std::string& name) {
    // Content lengths count 16-bit words. Shapes with nothing in them state a box and counts of 0 (22 words at most);
    // a point has no counts, and a null shape is its type alone.
    constexpr std::uint32_t kNullWords = 2;
    constexpr std::uint32_t kEmptyWords = 22;
    constexpr std::size_t kHeaderBytes = 100;
    const bool isShp = name.size() > 4 && lowered(name.substr(name.size() - 4)) == ".shp";
    const std::optional<Part> shx = isShp ? readPart(name, ".shx") : std::nullopt;
    if (!shx || shx->size <= kHeaderBytes) {
        return true;
    }
    const std::uint32_t type = shx->little32(32) % 10; // PointZ is 11, PointM 21
    const std::uint32_t shortest = type == 1 ? kNullWords : kEmptyWords;
    std::string content(static_cast<std::size_t>(shx->size - kHeaderBytes), '\0');
    VSILFILE* handle = VSIFOpenL(shx->file.c_str(), "rb");
    if (handle == nullptr) {
        return true;
    }
    const bool wasRead = VSIFSeekL(handle, kHeaderBytes, SEEK_SET) == 0 &&
                         VSIFReadL(content.data(), 1, content.size(), handle) == content.size();
    VSIFCloseL(handle);
    for (std::size_t at = 4; wasRead && at + 4 <= content.size(); at += 8) {
        const auto byte = [&](std::size_t k) { return std::uint32_t{static_cast<unsigned char>(content[at + k])}; };
        if (((byte(0) << 24) | (byte(1) << 16) | (byte(2) << 8) | byte(3)) <= shortest) {
            return true;
        }
    }
    return !wasRead;
}

} // namespace merestone
