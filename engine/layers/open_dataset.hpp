// SPDX-License-Identifier: MIT
#pragma once

#include "layers/formats.hpp"
#include "layers/gdal_session.hpp"
#include "layers/sqlite_guard.hpp"

#include <gdal.h>
#include <memory>
#include <ogr_api.h>

namespace merestone {

struct DatasetCloser {
    void operator()(GDALDatasetH dataset) const noexcept { GDALClose(dataset); }
};
using DatasetHandle = std::unique_ptr<std::remove_pointer_t<GDALDatasetH>, DatasetCloser>;

/// A file in memory under a name that a driver accepts, for sources whose own suffix it does not.
class MemoryFile {
public:
    explicit MemoryFile(const SourceFile& file, const std::string& suffix);
    ~MemoryFile();
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    [[nodiscard]] const std::string& name() const noexcept { return m_name; }
    static constexpr std::uintmax_t kMostBytes = std::uintmax_t{1} << 30;

private:
    std::string m_bytes;
    std::string m_folder;
    std::string m_name;
};

/// A source opened for reading by this thread. Members are destroyed in the order that GDAL needs.
struct OpenedSource {
    SourceFile file; ///< of a database: empty
    Format format = Format::shapefile;
    std::string gdalName;
    std::unique_ptr<SqliteGuard> guard; ///< for GeoPackages
    std::unique_ptr<MemoryFile> memory;
    DatasetHandle dataset;
    std::vector<LayerNote> notes;

    [[nodiscard]] std::string driver() const { return GDALGetDriverShortName(GDALGetDatasetDriver(dataset.get())); }
};

/// The one place where a data set is opened: read-only, by the driver that its content calls for and no other, without
/// leaving anything beside the input. `messages` collects what GDAL says. Throws Error(input).
[[nodiscard]] OpenedSource openDataset(const LayerRequest& request, const RunContext& context, GdalMessages& messages);

[[nodiscard]] std::vector<std::string> layerNames(const OpenedSource& source);

/// The layer that the request means; an error lists what there is.
[[nodiscard]] OGRLayerH selectLayer(const OpenedSource& source, const LayerRequest& request);

} // namespace merestone
