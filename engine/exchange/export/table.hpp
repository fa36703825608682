// SPDX-License-Identifier: MIT
#pragma once

#include "layers/layer.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace merestone {

/// What a field holds, as writers of files see it. Columns know dates only; whether they have a time of day, and
/// whether calendars know them, shows in their values.
enum class FieldType : std::uint8_t { text, integer, real, boolean, date, dateTime };

/// A column of a table on its way into files.
struct ExportField {
    std::string name; ///< printable, unique in its table whatever the case, and neither "fid" nor "geom"
    FieldType type = FieldType::text;
    std::size_t column = 0; ///< in table.layer->columns()
};

/// What goes into one table of a GeoPackage and into one file of every other format: features of one layer, all of
/// one geometry type or without geometry.
struct ExportTable {
    enum class Kind : std::uint8_t {
        drawing,   ///< drawn by the plan itself
        reference, ///< other people's data
        findings,  ///< of the check
        record,    ///< what the check says without a place: rules, inputs
    };
    std::string name;  ///< ASCII letters, digits, '_' and '-'; unique whatever the case; safe as a file name
    std::string title; ///< for people; unique
    std::string description;
    std::string licence;   ///< whose data it is and on what terms
    std::string planLayer; ///< name of the layer in the plan; empty for findings and records
    std::string role;
    Kind kind = Kind::record;
    Shape shape = Shape::none;
    bool multi = false; ///< some feature has several parts
    LayerPtr layer;
    std::vector<std::uint32_t> rows; ///< of the layer, in its order
    std::vector<ExportField> fields;

    [[nodiscard]] const Column& column(const ExportField& field) const { return layer->columns()[field.column]; }
    /// The field of that column of the layer; null if there is none.
    [[nodiscard]] const ExportField* fieldOf(std::string_view columnName) const noexcept;
};

/// The fields of a layer under names that every table takes.
[[nodiscard]] std::vector<ExportField> exportFields(const Layer& layer);

/// `word` made unlike every word of `taken`, ASCII case ignored, by "_2", "_3" …, within `most` bytes; and added there.
[[nodiscard]] std::string uniqueName(std::string word, std::vector<std::string>& taken, std::size_t most);

} // namespace merestone
