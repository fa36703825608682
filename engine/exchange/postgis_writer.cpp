// SPDX-License-Identifier: MIT
#include "exchange/postgis_writer.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "exchange/export/ogr_values.hpp"
#include "exchange/postgis_table.hpp"
#include "layers/database_name.hpp"
#include "layers/formats.hpp"
#include "layers/gdal_session.hpp"
#include "layers/sql_text.hpp"

#include <utility>

namespace merestone {

namespace {

/// What the comments on our tables begin with; a table without it is somebody else's.
constexpr const char* kOurs = "Merestone: ";
constexpr std::size_t kBytesOfStatement = 256 * 1024;

} // namespace

struct PostgisWriter::State {
    std::string shown; ///< of the connection and the schema, for messages
    std::string schema;
    std::string title;
    GDALDatasetUniquePtr dataset;
    bool inTransaction = false;

    [[noreturn]] void fail(const std::string& text) const { throw Error(ErrorCode::output, shown + ": " + text); }

    /// Runs a statement that gives no rows.
    void run(const std::string& sql) const {
        const GdalMessages errors;
        dataset->ReleaseResultSet(dataset->ExecuteSQL(sql.c_str(), nullptr, nullptr));
        if (errors.failed()) {
            fail("the findings cannot be written (" + errors.failure() + "); what was there is untouched");
        }
    }

    /// By GDAL's own means, so that the cursors of its queries do not commit.
    void begin() {
        const GdalMessages errors;
        if (dataset->StartTransaction() != OGRERR_NONE) {
            fail("no transaction can be begun (" + errors.failure() + "); what was there is untouched");
        }
        inTransaction = true;
    }

    /// The first value that a query gives; empty if it gives none or null.
    [[nodiscard]] std::string value(const std::string& sql) const {
        const GdalMessages errors;
        std::string result;
        OGRLayer* rows = dataset->ExecuteSQL(sql.c_str(), nullptr, nullptr);
        if (rows != nullptr) {
            if (const OGRFeatureUniquePtr row{rows->GetNextFeature()}; row && row->GetFieldCount() > 0) {
                result = row->GetFieldAsString(0);
            }
            dataset->ReleaseResultSet(rows);
        }
        if (errors.failed()) {
            fail("the database cannot be asked (" + errors.failure() + "); what was there is untouched");
        }
        return result;
    }

    [[nodiscard]] std::string qualified(const std::string& table) const {
        return sqlName(schema) + "." + sqlName(table);
    }

    void connect(const std::string& connection);
    void requireSchema() const;
    [[nodiscard]] int sridOf(const std::string& crs) const;
    void prepare(const PostgisTable& table, const std::string& description) const;
    void fill(const ExportTable& table, const PostgisTable& target, const RunContext& context) const;
};

void PostgisWriter::State::connect(const std::string& connection) {
    prepareGdal();
    const GdalMessages errors;
    dataset.reset(GDALDataset::Open(gdalDatabaseName(connection).c_str(),
                                    GDAL_OF_VECTOR | GDAL_OF_UPDATE | GDAL_OF_VERBOSE_ERROR,
                                    allowDrivers(Format::postgres).data()));
    if (!dataset) {
        fail("no connection to the database (" + errors.failure() +
             "): check its entry in ~/.pg_service.conf or the PG… variables, and that the server runs");
    }
}

void PostgisWriter::State::requireSchema() const {
    const std::string exists = "SELECT 1 AS one FROM pg_catalog.pg_namespace WHERE nspname = " + sqlText(schema);
    if (value(exists).empty()) {
        const bool may = value("SELECT has_database_privilege(current_database(), 'CREATE')::int AS may FROM (VALUES "
                               "(1)) AS one") == "1";
        if (!may) {
            fail("there is no such schema, and the role may not make one: let an administrator run CREATE SCHEMA " +
                 printable(sqlName(schema)) + " AUTHORIZATION the role");
        }
        return; // made in the transaction that fills it
    }
    const std::string both = "SELECT (has_schema_privilege(" + sqlText(schema) +
                             ", 'CREATE') AND has_schema_privilege(" + sqlText(schema) +
                             ", 'USAGE'))::int AS may FROM (VALUES (1)) AS one";
    if (value(both) != "1") {
        fail("the role may not make tables in this schema: let an administrator run GRANT USAGE, CREATE ON SCHEMA " +
             printable(sqlName(schema)) + " TO the role");
    }
}

int PostgisWriter::State::sridOf(const std::string& crs) const {
    const std::size_t colon = crs.find(':');
    const std::string srid =
        colon == std::string::npos
            ? std::string()
            : value("SELECT srid FROM spatial_ref_sys WHERE upper(auth_name) = upper(" + sqlText(crs.substr(0, colon)) +
                    ") AND auth_srid::text = " + sqlText(crs.substr(colon + 1)));
    if (srid.empty()) {
        fail("the database does not know the plan's CRS " + printable(crs) + ": add it to spatial_ref_sys");
    }
    return std::atoi(srid.c_str());
}

void PostgisWriter::State::prepare(const PostgisTable& table, const std::string& description) const {
    const std::string where = " FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace "
                              "WHERE n.nspname = " +
                              sqlText(schema) + " AND c.relname = " + sqlText(table.name);
    const std::string comment = value("SELECT coalesce(pg_catalog.obj_description(c.oid, 'pg_class'), '-')" + where);
    if (!comment.empty() && !comment.starts_with(kOurs)) {
        fail("its table " + table.name +
             " was not made by this program and is left alone: name another schema with --schema");
    }
    const std::string columns =
        value("SELECT (SELECT string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod), ', ' "
              "ORDER BY a.attnum) FROM pg_catalog.pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT "
              "a.attisdropped)" +
              where);
    if (columns == table.signature) {
        run("DELETE FROM " + qualified(table.name));
    } else {
        if (!comment.empty()) {
            run("DROP TABLE " + qualified(table.name));
        }
        run("CREATE TABLE " + qualified(table.name) + " (" + table.columns + ", PRIMARY KEY (fid))");
        if (table.hasShape) {
            run("CREATE INDEX ON " + qualified(table.name) + " USING gist (geom)");
        }
    }
    if (columns != table.signature || comment != kOurs + toUtf8(description)) { // only an owner may
        run("COMMENT ON TABLE " + qualified(table.name) + " IS " + sqlText(kOurs + toUtf8(description)));
    }
}

void PostgisWriter::State::fill(const ExportTable& table, const PostgisTable& target, const RunContext& context) const {
    std::string values;
    const auto send = [&] {
        if (!values.empty()) {
            run("INSERT INTO " + qualified(table.name) + " VALUES " + values);
            values.clear();
        }
    };
    for (const std::uint32_t row : table.rows) {
        values += (values.empty() ? "(" : ",(") + target.values(table, row) + ")";
        if (values.size() > kBytesOfStatement) {
            context.throwIfStopped();
            send();
        }
    }
    send();
    if (value("SELECT count(*) FROM " + qualified(table.name)) != std::to_string(table.rows.size())) {
        fail("the table " + table.name + " did not arrive whole; what was there is untouched");
    }
}

PostgisWriter::PostgisWriter(const std::string& connection, std::string schema, std::string title)
    : m_state(std::make_unique<State>()) {
    m_state->shown = shownDatabaseName(connection) + ", schema " + printable(schema);
    m_state->schema = std::move(schema);
    m_state->title = std::move(title);
    if (const std::string fault = whyNoDatabaseName(connection); !fault.empty()) {
        throw Error(ErrorCode::usage, shownDatabaseName(connection) + ": " + fault);
    }
    m_state->connect(connection);
    m_state->run("SET standard_conforming_strings = on");
    m_state->requireSchema();
}

PostgisWriter::~PostgisWriter() {
    const GdalMessages quiet; // what was given up may complain
    if (m_state && m_state->inTransaction) {
        m_state->dataset->RollbackTransaction(); // GDAL would commit when it closes
    }
    m_state.reset();
}

void PostgisWriter::replace(const std::vector<ExportTable>& tables, const std::string& crs, const RunContext& context) {
    State& state = *m_state;
    state.begin();
    // Two of us at the same schema wait for each other.
    state.run("SELECT pg_advisory_xact_lock(hashtext(" + sqlText("merestone " + state.schema) + "))");
    const int srid = state.sridOf(crs);
    if (state.value("SELECT 1 AS one FROM pg_catalog.pg_namespace WHERE nspname = " + sqlText(state.schema)).empty()) {
        state.run("CREATE SCHEMA " + sqlName(state.schema));
    }
    for (const ExportTable& table : tables) {
        context.throwIfStopped();
        const PostgisTable target(table, srid);
        state.prepare(target, table.title + " of " + state.title);
        state.fill(table, target, context);
    }
    context.throwIfStopped();
    const GdalMessages errors;
    if (state.dataset->CommitTransaction() != OGRERR_NONE || errors.failed()) {
        state.fail("the connection was lost at the very end (" + errors.failure() +
                   "), so the findings there are the old ones or the new ones, whole in either case; run again");
    }
    state.inTransaction = false;
}

} // namespace merestone
