// SPDX-License-Identifier: MIT
#include "exchange/findings_gpkg.hpp"

#include "exchange/export/run_tables.hpp"
#include "exchange/gpkg_writer.hpp"
#include "exchange/style/package_styles.hpp"

namespace merestone {

void writeFindingsGpkg(const std::filesystem::path& file, const RunResult& run, const std::string& name) {
    GpkgWriter writer(file, run.plan.crs, name);
    const std::vector<ExportTable> tables = runTables(run);
    for (const ExportTable& table : tables) {
        writer.write(table);
    }
    writer.write(packageStyles(tables));
    writer.close();
}

} // namespace merestone
