// SPDX-License-Identifier: MIT
#include "layers/zip_source.hpp"

#include "base/text.hpp"
#include "layers/gdal_session.hpp"

#include <cpl_vsi.h>
#include <functional>
#include <memory>

namespace merestone {

namespace {

constexpr std::size_t kMostEntries = 10'000;
constexpr std::uintmax_t kMostUnpacked = std::uintmax_t{4} << 30; // 4 GiB, the most a shapefile's parts may hold
constexpr std::uintmax_t kHarmless = std::uintmax_t{64} << 20;    // below 64 MiB any ratio is fine
constexpr std::uintmax_t kMostRatio = 200;                        // GIS data packs 3 to 20 times

struct DirectoryCloser {
    void operator()(VSIDIR* directory) const noexcept { VSICloseDir(directory); }
};

std::string archiveName(const SourceFile& file) {
    return "/vsizip/{" + file.path.string() + "}";
}

/// Calls `visit(name, unpacked bytes)` for every file of the archive.
void forEachEntry(const LayerRequest& request, const SourceFile& file,
                  const std::function<void(const std::string&, std::uintmax_t)>& visit) {
    GdalMessages messages;
    const std::unique_ptr<VSIDIR, DirectoryCloser> directory(VSIOpenDir(archiveName(file).c_str(), -1, nullptr));
    if (!directory) {
        failRequest(request, "the zip file cannot be read; pack it again");
    }
    std::size_t entries = 0;
    while (const VSIDIREntry* entry = VSIGetNextDirEntry(directory.get())) {
        if (++entries > kMostEntries) {
            failRequest(request, "the zip file has more than " + std::to_string(kMostEntries) +
                                     " entries: unpack it and name the file meant");
        }
        if (VSI_ISREG(entry->nMode)) {
            visit(entry->pszName, entry->nSize);
        }
    }
    if (messages.failed()) {
        failRequest(request, "the zip file is damaged (" + messages.failure() + "); pack it again");
    }
}

bool isShapefile(const std::string& name) {
    const std::string lower = lowered(name);
    return lower.size() > 4 && lower.compare(lower.size() - 4, 4, ".shp") == 0 &&
           lower.find("__macosx") == std::string::npos;
}

std::string stem(const std::string& name) {
    return std::filesystem::path(name).stem().string();
}

} // namespace

void checkZip(const LayerRequest& request, const SourceFile& file) {
    if (file.path.string().find_first_of("{}") != std::string::npos) {
        failRequest(request, "the path holds braces, which GDAL cannot tell from its own: rename the file");
    }
    std::uintmax_t unpacked = 0;
    forEachEntry(request, file, [&](const std::string& name, std::uintmax_t bytes) {
        if (name.find("..") != std::string::npos || name.front() == '/') {
            failRequest(request, "the zip file has an entry that leaves its folder (" + printable(name) + ")");
        }
        unpacked += bytes;
    });
    if (unpacked > kMostUnpacked || (unpacked > kHarmless && unpacked / kMostRatio > file.size)) {
        failRequest(request, "the zip file would unpack from " + std::to_string(file.size >> 20) + " to " +
                                 std::to_string(unpacked >> 20) + " MiB: unpack it yourself and name the file meant");
    }
}

std::string shapefileInZip(const LayerRequest& request, const SourceFile& file) {
    std::vector<std::string> found;
    forEachEntry(request, file, [&](const std::string& name, std::uintmax_t) {
        if (isShapefile(name)) {
            found.push_back(name);
        }
    });
    if (found.empty()) {
        failRequest(request, "there is no shapefile in the zip file: unpack it and name the file meant");
    }
    if (found.size() == 1) {
        return archiveName(file) + "/" + found.front();
    }
    std::string list;
    for (const std::string& name : found) {
        if (!request.sourceLayer.empty() && lowered(stem(name)) == lowered(request.sourceLayer)) {
            return archiveName(file) + "/" + name;
        }
        list += (list.empty() ? "" : ", ") + printable(stem(name));
    }
    failRequest(request, "the zip file holds several shapefiles (" + list + "): set `layer:` to one of them");
}

} // namespace merestone
