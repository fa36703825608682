// SPDX-License-Identifier: MIT
#include "exchange/csv/table_csv.hpp"

#include "exchange/csv/csv_file.hpp"
#include "geometry/wkb.hpp"

namespace merestone {

namespace {

constexpr const char* kFormat = "CSV";
constexpr std::size_t kMostCellCharacters = 32767; ///< of the usual spreadsheet programs
constexpr std::size_t kRowsBetweenLooks = 1024;

void writeCell(CsvFile& csv, const Column& column, FieldType type, std::uint32_t row) {
    if (column.isNull(row)) {
        csv.null();
    } else if (column.isText()) {
        csv.text(column.dictionary[column.codes[row]]);
    } else if (type == FieldType::boolean) {
        csv.text(column.numbers[row] != 0.0 ? "true" : "false");
    } else {
        csv.number(column.numbers[row]);
    }
}

} // namespace

void writeTableCsv(const std::filesystem::path& file, const ExportTable& table, ExportReport& report,
                   const RunContext& context) {
    CsvFile csv(file);
    csv.text("fid");
    for (const ExportField& field : table.fields) {
        csv.text(field.name);
    }
    const bool spatial = table.shape != Shape::none;
    if (spatial) {
        csv.text("wkt");
    }
    csv.endRow();
    std::size_t large = 0;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        if (i % kRowsBetweenLooks == 0) {
            context.throwIfStopped();
        }
        const std::uint32_t row = table.rows[i];
        csv.number(static_cast<double>(table.layer->fid(row)));
        for (const ExportField& field : table.fields) {
            writeCell(csv, table.column(field), field.type, row);
        }
        if (const std::string wkt = spatial ? wkbToWkt(toWkb(table.layer->geometry(), row)) : std::string();
            !wkt.empty()) {
            large += wkt.size() > kMostCellCharacters ? 1 : 0;
            csv.text(wkt);
        } else if (spatial) {
            csv.null();
        }
        csv.endRow();
    }
    csv.finish();
    if (csv.guarded() > 0) {
        report.losses.push_back({kFormat, table.name, "",
                                 "cells got an apostrophe, so that no spreadsheet runs them as a formula",
                                 csv.guarded()});
    }
    if (large > 0) {
        report.losses.push_back({kFormat, table.name, "wkt",
                                 "shapes are longer than a cell of a spreadsheet may be; other programs read them",
                                 large});
    }
}

} // namespace merestone
