// SPDX-License-Identifier: MIT
#include "exchange/findings_gpkg.hpp"

#include "exchange/export/run_tables.hpp"
#include "exchange/gpkg_writer.hpp"

namespace merestone {

void writeFindingsGpkg(const std::filesystem::path& file, const RunResult& run, const std::string& name) {
    GpkgWriter writer(file, run.plan.crs, name);
    for (const ExportTable& table : runTables(run)) {
        writer.write(table);
    }
    writer.close();
}

} // namespace merestone
