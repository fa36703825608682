// SPDX-License-Identifier: MIT
#include "exchange/geojson/geojson_file.hpp"

#include "exchange/descriptor_stream.hpp"
#include "exchange/json_writer.hpp"

#include <cmath>

namespace merestone {

namespace {

constexpr const char* kFormat = "GeoJSON";
constexpr int kDecimals = 7; ///< about a centimetre
constexpr std::size_t kRowsBetweenLooks = 1024;

void writePoint(JsonWriter& json, Point p) {
    json.beginArray();
    json.value(p.x);
    json.value(p.y);
    json.endArray();
}

void writeRun(JsonWriter& json, std::span<const Point> run) {
    json.beginArray();
    for (const Point& p : run) {
        writePoint(json, p);
    }
    json.endArray();
}

void writePolygon(JsonWriter& json, const PackedGeometry& geometry, std::uint32_t part) {
    json.beginArray();
    for (std::uint32_t run = geometry.firstRun(part); run < geometry.firstRun(part + 1); ++run) {
        writeRun(json, geometry.run(run));
    }
    json.endArray();
}

/// Members "type" and "coordinates" of the only feature of an array.
void writeGeometry(JsonWriter& json, const PackedGeometry& geometry) {
    const std::uint32_t first = geometry.firstPart(0);
    const bool polygon = geometry.shape(0) == Shape::polygon;
    const bool points = geometry.shape(0) == Shape::point;
    const bool many = points ? geometry.points(0).size() > 1 : geometry.partCount(0) > 1;
    json.beginObject();
    json.member("type", std::string(many ? "Multi" : "") + (polygon ? "Polygon" : points ? "Point" : "LineString"));
    json.key("coordinates");
    if (points && !many) {
        writePoint(json, geometry.points(0).front());
    } else if (points) {
        writeRun(json, geometry.points(0));
    } else {
        if (many) {
            json.beginArray();
        }
        for (std::uint32_t part = first; part < geometry.firstPart(1); ++part) {
            if (polygon) {
                writePolygon(json, geometry, part);
            } else {
                writeRun(json, geometry.run(geometry.firstRun(part)));
            }
        }
        if (many) {
            json.endArray();
        }
    }
    json.endObject();
}

void writeValue(JsonWriter& json, const Column& column, FieldType type, std::uint32_t row) {
    if (column.isNull(row)) {
        json.null();
    } else if (column.isText()) {
        json.value(std::string_view(column.dictionary[column.codes[row]]));
    } else if (type == FieldType::boolean) {
        json.value(column.numbers[row] != 0.0);
    } else {
        json.value(column.numbers[row]);
    }
}

class Collection {
public:
    Collection(std::ostream& out, const ExportTable& table, const ToDegrees& toDegrees)
        : m_json(out), m_table(table), m_toDegrees(toDegrees) {}

    /// Gives the number of shapes that have no place on the globe.
    std::size_t write(const RunContext& context) {
        m_json.beginObject();
        m_json.member("type", "FeatureCollection");
        m_json.member("name", m_table.name);
        m_json.member("title", m_table.title);
        m_json.member("description", m_table.description);
        m_json.member("licence", m_table.licence.empty() ? "not stated" : m_table.licence);
        m_json.key("features");
        m_json.beginArray();
        for (std::size_t i = 0; i < m_table.rows.size(); ++i) {
            if (i % kRowsBetweenLooks == 0) {
                context.throwIfStopped();
            }
            m_json.onOneLine();
            writeFeature(m_table.rows[i]);
        }
        m_json.endArray();
        m_json.endObject();
        m_json.finish();
        return m_unplaced;
    }

private:
    void writeFeature(std::uint32_t row) {
        m_json.beginObject();
        m_json.member("type", "Feature");
        m_json.member("id", static_cast<double>(m_table.layer->fid(row)));
        m_json.key("properties");
        m_json.beginObject();
        for (const ExportField& field : m_table.fields) {
            m_json.key(field.name);
            writeValue(m_json, m_table.column(field), field.type, row);
        }
        m_json.endObject();
        m_json.key("geometry");
        const PackedGeometry& all = m_table.layer->geometry();
        if (all.shape(row) == Shape::none) {
            m_json.null();
        } else if (const PackedGeometry placed = m_toDegrees.feature(all, row, kDecimals);
                   placed.shape(0) == Shape::none) {
            ++m_unplaced;
            m_json.null();
        } else {
            writeGeometry(m_json, placed);
        }
        m_json.endObject();
    }

    JsonWriter m_json;
    const ExportTable& m_table;
    const ToDegrees& m_toDegrees;
    std::size_t m_unplaced = 0;
};

} // namespace

void writeGeoJson(const std::filesystem::path& file, const ExportTable& table, const ToDegrees& toDegrees,
                  ExportReport& report, const RunContext& context) {
    DescriptorStream out(file, file.filename().string());
    const std::size_t unplaced = Collection(out, table, toDegrees).write(context);
    out.finish();
    if (unplaced > 0) {
        report.losses.push_back(
            {kFormat, table.name, "", "shapes have no place on the globe and were left out", unplaced});
    }
    for (const ExportField& field : table.fields) {
        if (field.type == FieldType::date || field.type == FieldType::dateTime) {
            report.losses.push_back({kFormat, table.name, field.name, "is a date, which the format writes as text", 0});
        }
    }
}

} // namespace merestone
