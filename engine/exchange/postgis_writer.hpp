// SPDX-License-Identifier: MIT
#pragma once

#include "base/run_context.hpp"
#include "exchange/export/table.hpp"

#include <memory>
#include <string>
#include <vector>

namespace merestone {

/// Tables in a schema of a PostGIS database, exchanged in one transaction: others see the old ones or the new ones, and
/// the old ones stay when anything goes wrong, this program is killed or the connection is lost. Tables of the same
/// columns are emptied and filled again, so that grants on them, views and styles last. Every failure throws
/// Error(output) in one line that shows no more of the connection than its name. Belongs to one thread.
class PostgisWriter {
public:
    /// Connects. `connection` is "PG:service=NAME" or "PG:"; see layers/database_name.hpp. Makes sure that `schema` is
    /// there or may be made, and that its tables may be written, before a long check is run for nothing. `title` says
    /// in comments whose tables they are.
    PostgisWriter(const std::string& connection, std::string schema, std::string title);
    ~PostgisWriter();
    PostgisWriter(const PostgisWriter&) = delete;
    PostgisWriter& operator=(const PostgisWriter&) = delete;

    /// Writes all tables and commits. `crs` is that of their shapes; PostGIS must know it. A table of the schema that
    /// this program has not made is never touched.
    void replace(const std::vector<ExportTable>& tables, const std::string& crs, const RunContext& context = {});

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace merestone
