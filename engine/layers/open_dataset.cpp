// SPDX-License-Identifier: MIT
#include "layers/open_dataset.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "layers/database_name.hpp"
#include "layers/shapefile_parts.hpp"
#include "layers/zip_source.hpp"

#include <algorithm>
#include <atomic>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <fstream>
#include <new>

namespace merestone {

namespace {

/// A GeoPackage in WAL mode would be rewritten or given companions by a mere read; one with an unfinished edit cannot
/// be read as it stands.
void checkJournals(const LayerRequest& request, const SourceFile& file, CPLStringList& options) {
    std::error_code error;
    const auto pending = [&](const char* suffix) {
        const std::filesystem::path beside = file.path.string() + suffix;
        return std::filesystem::exists(beside, error) &&
               (!std::filesystem::is_regular_file(beside, error) || std::filesystem::file_size(beside, error) > 0);
    };
    constexpr std::size_t kWriteVersion = 18; // byte of the SQLite header: 2 means write-ahead log
    if (file.head.size() > kWriteVersion && file.head[kWriteVersion] == 2) {
        if (pending("-wal")) {
            failRequest(request, "it has changes that are not in the file yet (" +
                                     printable(file.path.filename().string()) +
                                     "-wal): save and close it in QGIS or whatever else has it open, then run again");
        }
        options.SetNameValue("IMMUTABLE", "YES");
    }
    if (pending("-journal")) {
        failRequest(request, "an edit of it was cut off (" + printable(file.path.filename().string()) +
                                 "-journal is there): open it once in QGIS, which completes or undoes the edit");
    }
}

CPLStringList openOptions(const LayerRequest& request, const OpenedSource& source) {
    CPLStringList options;
    switch (source.format) {
    case Format::geopackage:
        options.SetNameValue("LIST_ALL_TABLES", "NO");
        checkJournals(request, source.file, options);
        break;
    case Format::shapefile:
    case Format::zip:
        options.SetNameValue("AUTO_REPACK", "NO");
        if (!request.encoding.empty()) {
            options.SetNameValue("ENCODING", request.encoding.c_str());
        }
        break;
    case Format::gml:
        options.SetNameValue("WRITE_GFS", "NO");
        options.SetNameValue("DOWNLOAD_SCHEMA", "NO");
        break;
    case Format::geojson:
        options.SetNameValue("FEATURE_SERVER_PAGING", "NO");
        break;
    case Format::flatgeobuf:
        options.SetNameValue("VERIFY_BUFFERS", "YES");
        break;
    case Format::csv:
        options.SetNameValue("AUTODETECT_TYPE", "NO");
        options.SetNameValue("EMPTY_STRING_AS_NULL", "YES");
        options.SetNameValue("HEADERS", "YES");
        options.SetNameValue("MAX_LINE_SIZE", "200000000");
        break;
    default:
        break;
    }
    return options;
}

bool hasSuffix(const SourceFile& file, std::initializer_list<const char*> suffixes) {
    const std::string suffix = lowered(file.path.extension().string());
    return std::any_of(suffixes.begin(), suffixes.end(), [&](const char* known) { return suffix == known; });
}

/// Finds the name to hand to GDAL; drivers that go by the suffix get one that they know.
void nameForGdal(const LayerRequest& request, OpenedSource& source) {
    source.gdalName = source.file.path.string();
    if (source.format == Format::xlsx || source.format == Format::ods || source.format == Format::zip ||
        (source.format == Format::kml && source.file.head.substr(0, 2) == "PK")) {
        checkZip(request, source.file);
    }
    if (source.format == Format::zip) {
        source.gdalName = shapefileInZip(request, source.file);
    }
    const bool oddTable = (source.format == Format::csv && !hasSuffix(source.file, {".csv", ".tsv"})) ||
                          (source.format == Format::ods && !hasSuffix(source.file, {".ods"}));
    const bool oddShape = source.format == Format::shapefile && !hasSuffix(source.file, {".shp"});
    if (oddShape) {
        failRequest(request, "this is the main file of a shapefile: name it .shp, beside its .shx and .dbf");
    }
    if (oddTable) {
        if (source.file.size > MemoryFile::kMostBytes) {
            failRequest(request, "rename the file so that its suffix says what it is (.csv, .ods)");
        }
        source.memory = std::make_unique<MemoryFile>(source.file, source.format == Format::csv ? ".csv" : ".ods");
        source.gdalName = source.memory->name();
    }
}

std::string openFailure(const OpenedSource& source, const GdalMessages& messages) {
    if (source.guard && source.guard->timedOut()) {
        return "a query stored in the file does not come to an end: export the layer to a new GeoPackage";
    }
    std::string text = messages.failure();
    if (text.find("not recognized as") != std::string::npos) {
        text.clear(); // GDAL has no more to say than that
    }
    if (text.find("database is locked") != std::string::npos) {
        return "another program is writing to it (database is locked): close it there, then run again";
    }
    if (source.format == Format::geopackage && text.empty()) {
        return "the GeoPackage holds no vector layer";
    }
    if (source.format == Format::postgres) {
        return "no connection to the database (" + text +
               "): check its entry in ~/.pg_service.conf or the PG… variables, and that the server runs";
    }
    std::string result = "it cannot be read as " + std::string(formatTitle(source.format));
    return result + (text.empty() ? "" : " (" + text + ")") + ": export it again from the program that made it";
}

/// Sessions that change nothing, and no compiling of queries that read a neighbourhood.
void prepareSession(const LayerRequest& request, const OpenedSource& source, const GdalMessages& messages) {
    for (const char* setting : {"SET default_transaction_read_only = on", "SET jit = off"}) {
        GDALDatasetReleaseResultSet(source.dataset.get(),
                                    GDALDatasetExecuteSQL(source.dataset.get(), setting, nullptr, nullptr));
    }
    if (messages.failed()) {
        failRequest(request, openFailure(source, messages));
    }
}

} // namespace

MemoryFile::MemoryFile(const SourceFile& file, const std::string& suffix) {
    static std::atomic<unsigned> counter{0};
    std::ifstream stream(file.path, std::ios::binary);
    m_bytes.assign(std::istreambuf_iterator<char>(stream), {});
    m_folder = "/vsimem/merestone-" + std::to_string(counter++);
    m_name = m_folder + "/" + file.path.stem().string() + suffix;
    VSIMkdir(m_folder.c_str(), 0700);
    VSILFILE* handle =
        VSIFileFromMemBuffer(m_name.c_str(), reinterpret_cast<GByte*>(m_bytes.data()), m_bytes.size(), 0);
    if (handle != nullptr) {
        VSIFCloseL(handle);
    }
}

MemoryFile::~MemoryFile() {
    VSIUnlink(m_name.c_str());
    VSIRmdir(m_folder.c_str());
}

OpenedSource openDataset(const LayerRequest& request, const RunContext& context, GdalMessages& messages) {
    prepareGdal();
    OpenedSource source;
    if (isDatabase(request)) {
        if (const std::string fault = whyNoDatabaseName(request.source); !fault.empty()) {
            failRequest(request, fault);
        }
        source.format = Format::postgres;
        source.gdalName = gdalDatabaseName(request.source);
    } else {
        source.file = findSourceFile(request);
        source.format = detectFormat(request, source.file);
        nameForGdal(request, source);
    }
    if (source.format == Format::shapefile || source.format == Format::zip) {
        checkShapefileParts(request, source.gdalName, source.notes);
    }
    if (source.format == Format::geopackage) {
        source.guard = std::make_unique<SqliteGuard>(source.file.path, context);
    }
    const CPLStringList options = openOptions(request, source);
    const std::vector<const char*> drivers = allowDrivers(source.format);
    constexpr unsigned kFlags = GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR;
    source.dataset.reset(GDALOpenEx(source.gdalName.c_str(), kFlags, drivers.data(), options.List(), nullptr));
    if (!source.dataset || messages.failed()) {
        context.throwIfStopped();
        if (messages.outOfMemory()) {
            throw std::bad_alloc();
        }
        failRequest(request, openFailure(source, messages));
    }
    if (source.format == Format::postgres) {
        prepareSession(request, source, messages);
    }
    if (source.guard) {
        SqliteGuard::watch(static_cast<sqlite3*>(GDALGetInternalHandle(source.dataset.get(), "SQLITE_HANDLE")));
    }
    return source;
}

std::vector<std::string> layerNames(const OpenedSource& source) {
    std::vector<std::string> names;
    const int count = GDALDatasetGetLayerCount(source.dataset.get());
    for (int i = 0; i < count; ++i) {
        names.emplace_back(OGR_L_GetName(GDALDatasetGetLayer(source.dataset.get(), i)));
    }
    return names;
}

OGRLayerH selectLayer(const OpenedSource& source, const LayerRequest& request) {
    const std::vector<std::string> names = layerNames(source);
    const bool mayBeUnlisted = source.format == Format::postgres && !request.sourceLayer.empty();
    if (names.empty() && !mayBeUnlisted) {
        failRequest(request, "there is no layer in it");
    }
    const auto listed = [&names] {
        constexpr std::size_t kMostListed = 20;
        std::string list;
        for (std::size_t i = 0; i < std::min(names.size(), kMostListed); ++i) {
            list += (list.empty() ? "" : ", ") + printable(names[i]);
        }
        return names.size() > kMostListed ? list + " …" : list;
    };
    // In an archive the name has chosen the file already.
    if (request.sourceLayer.empty() || (source.format == Format::zip && names.size() == 1)) {
        if (names.size() > 1) {
            failRequest(request, "it holds " + std::to_string(names.size()) + " layers (" + listed() +
                                     "): set `layer:` to one of them");
        }
        return GDALDatasetGetLayer(source.dataset.get(), 0);
    }
    int match = -1;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == request.sourceLayer || (match < 0 && lowered(names[i]) == lowered(request.sourceLayer))) {
            match = static_cast<int>(i);
        }
    }
    if (match < 0 && mayBeUnlisted) {
        const GdalMessages messages; // the list has only tables with geometry; others may be named all the same
        if (OGRLayerH table = GDALDatasetGetLayerByName(source.dataset.get(), request.sourceLayer.c_str())) {
            return table;
        }
    }
    if (match < 0) {
        failRequest(request, "it has no layer '" + printable(request.sourceLayer) + "'" +
                                 didYouMean(request.sourceLayer, names) +
                                 (names.empty() ? std::string() : " (there are: " + listed() + ")"));
    }
    return GDALDatasetGetLayer(source.dataset.get(), match);
}

} // namespace merestone
