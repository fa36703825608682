// SPDX-License-Identifier: MIT
#pragma once

#include "layers/read_layer.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace merestone::test {

/// A folder of this test, removed afterwards.
class TempFolder {
public:
    TempFolder();
    ~TempFolder();
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const noexcept { return m_path; }
    [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return m_path / name; }

private:
    std::filesystem::path m_path;
};

/// One feature to write; an empty WKT is no geometry, nothing is null.
struct SampleRow {
    std::string wkt;
    std::string ref;
    std::optional<int> dwellings;
    std::optional<double> ratio;
    std::string opened; ///< "2031/03/31" or empty
};

struct WriteOptions {
    int epsg = 27700; ///< 0: none
    std::string layer = "sites";
    std::vector<std::string> layerOptions = {};
    bool append = false; ///< a further layer in the same file
};

/// Writes rows with the columns ref, dwellings, ratio and opened through an OGR driver.
void writeSample(const std::filesystem::path& path, const char* driver, const std::vector<SampleRow>& rows,
                 const WriteOptions& options = {});

void writeText(const std::filesystem::path& path, const std::string& text);
[[nodiscard]] std::string readText(const std::filesystem::path& path);
/// Runs SQL on a database file; the test fails when SQLite does.
void runSql(const std::filesystem::path& path, const std::string& sql);

/// A request for a file, with EPSG:27700 as the working CRS.
[[nodiscard]] LayerRequest requestFor(const std::filesystem::path& path);
/// The message of the Error that reading gives; "" when it succeeds. It must be one line.
[[nodiscard]] std::string readError(const LayerRequest& request);
[[nodiscard]] bool hasNote(const Layer& layer, const std::string& code);
[[nodiscard]] std::string noteText(const Layer& layer, const std::string& code);
/// Names, sizes and contents of everything in a folder.
[[nodiscard]] std::string folderState(const std::filesystem::path& folder);

/// A square with its lower left corner at (x, y).
[[nodiscard]] std::string square(double x, double y, double side);

} // namespace merestone::test
