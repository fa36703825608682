// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/export/export_report.hpp"
#include "exchange/export/table.hpp"

#include <ogrsf_frmts.h>

#include <memory>
#include <string>
#include <vector>

namespace merestone {

/// A field as a .dbf file holds it, fitted to the values that go into it, with what they lose there.
class DbfField {
public:
    /// Looks at every value. Notes losses under `name`, the field's name in the table.
    DbfField(const ExportTable& table, const ExportField& field, std::string shortName, ExportReport& report);

    /// The day of a date with a time of day, which .dbf files hold as text, as a date that programs can sort and
    /// filter.
    [[nodiscard]] static DbfField dayOf(const ExportTable& table, const ExportField& field, std::string shortName);

    [[nodiscard]] std::unique_ptr<OGRFieldDefn> definition() const;
    /// Sets the field number `index` of a feature to the value in a row: cut, rounded or null as was noted.
    void set(OGRFeature& feature, int index, std::uint32_t row) const;

private:
    DbfField(const ExportTable& table, const ExportField& field, std::string shortName);
    void fitText(ExportReport& report);
    void fitInteger(ExportReport& report);
    void fitReal(ExportReport& report);
    void note(ExportReport& report, const std::string& what, std::size_t count) const;
    [[nodiscard]] bool fits(double value) const;

    const ExportTable* m_table;
    const ExportField* m_field;
    const Column* m_column;
    std::string m_name;
    OGRFieldType m_type = OFTString;
    int m_width = 1;
    int m_decimals = 0;
};

} // namespace merestone
