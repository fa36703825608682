// SPDX-License-Identifier: MIT
#include "exchange/shapefile/shapefile_writer.hpp"

#include "base/error.hpp"
#include "exchange/export/ogr_values.hpp"
#include "exchange/shapefile/dbf_fields.hpp"
#include "exchange/shapefile/short_names.hpp"
#include "layers/gdal_session.hpp"

#include <algorithm>

namespace merestone {

namespace {

constexpr const char* kFormat = "Shapefile";
constexpr std::size_t kMostFields = 255;
constexpr std::size_t kRowsBetweenLooks = 1024;

GDALDriver* shapefileDriver() {
    prepareGdal();
    RegisterOGRShape(); // this one alone; does nothing the second time
    return GetGDALDriverManager()->GetDriverByName("ESRI Shapefile");
}

const char* shapeType(const ExportTable& table) {
    switch (table.shape) {
    case Shape::point:
        return table.multi ? "MULTIPOINT" : "POINT";
    case Shape::line:
        return "ARC";
    case Shape::polygon:
        return "POLYGON";
    case Shape::none:
        break;
    }
    return "NULL";
}

class Writer {
public:
    Writer(std::filesystem::path file, const ExportTable& table, const std::string& crs, ExportReport& report)
        : m_file(std::move(file)), m_table(table), m_report(report),
          m_reference(spatialReference(crs, m_file.filename().string())) {
        fitFields();
    }
    ~Writer() {
        const GdalMessages quiet; // closing what was given up may complain
        m_dataset.reset();
    }
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    void write(const RunContext& context) {
        create();
        OGRFeature feature(m_layer->GetLayerDefn());
        for (std::size_t i = 0; i < m_table.rows.size(); ++i) {
            if (i % kRowsBetweenLooks == 0) {
                context.throwIfStopped();
            }
            writeRow(feature, m_table.rows[i]);
        }
        const GdalMessages errors;
        m_dataset.reset(); // returns nothing, so the error state is all there is to look at
        check(true, errors);
        recount();
    }

private:
    void check(bool good, const GdalMessages& errors) const {
        if (!good || errors.failed()) {
            throw Error(ErrorCode::output, m_file.filename().string() + ": cannot be written: " + errors.failure());
        }
    }

    void fitFields() {
        std::vector<std::string> names = shapefileNames(m_table);
        const std::size_t count = std::min(names.size(), kMostFields);
        for (std::size_t i = 0; i < count; ++i) {
            m_fields.emplace_back(m_table, m_table.fields[i], names[i], m_report);
            if (names[i] != m_table.fields[i].name) {
                m_report.renamed.push_back({kFormat, m_table.name, m_table.fields[i].name, names[i]});
            }
        }
        for (std::size_t i = count; i < names.size(); ++i) {
            m_report.losses.push_back({kFormat, m_table.name, m_table.fields[i].name,
                                       "was left out: the format holds no more than 255 fields", 0});
        }
        fitDays(names);
    }

    /// Behind all others, so that no name depends on them.
    void fitDays(std::vector<std::string>& taken) {
        for (const ExportField& field : m_table.fields) {
            if (field.type == FieldType::dateTime && m_fields.size() < kMostFields) {
                m_fields.push_back(DbfField::dayOf(m_table, field, shapefileDayName(field, taken)));
                m_report.losses.push_back(
                    {kFormat, m_table.name, field.name, "its day stands as a date in " + taken.back(), 0});
            }
        }
    }

    void create() {
        const GdalMessages errors;
        GDALDriver* driver = shapefileDriver();
        if (driver != nullptr) {
            m_dataset.reset(driver->Create(m_file.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
        }
        check(m_dataset != nullptr, errors);
        CPLStringList options;
        options.SetNameValue("SHPT", shapeType(m_table));
        options.SetNameValue("ENCODING", "UTF-8");
        options.SetNameValue("2GB_LIMIT", "YES");
        options.SetNameValue("DBF_DATE_LAST_UPDATE", "2000-01-01"); // the same input gives the same bytes
        const bool spatial = m_table.shape != Shape::none;
        m_layer = m_dataset->CreateLayer(m_table.name.c_str(), spatial ? &m_reference : nullptr, geometryType(m_table),
                                         options.List());
        check(m_layer != nullptr, errors);
        for (const DbfField& field : m_fields) {
            check(m_layer->CreateField(field.definition().get()) == OGRERR_NONE, errors);
        }
        if (m_fields.empty()) { // a .dbf holds at least one
            OGRFieldDefn number("fid", OFTInteger64);
            number.SetWidth(18);
            check(m_layer->CreateField(&number) == OGRERR_NONE, errors);
        }
    }

    void writeRow(OGRFeature& feature, std::uint32_t row) {
        const GdalMessages errors;
        feature.Reset();
        feature.SetFID(OGRNullFID);
        for (std::size_t i = 0; i < m_fields.size(); ++i) {
            m_fields[i].set(feature, static_cast<int>(i), row);
        }
        if (m_fields.empty()) {
            feature.SetField(0, static_cast<GIntBig>(m_table.layer->fid(row)));
        }
        if (m_table.shape != Shape::none) {
            feature.SetGeometryDirectly(ogrGeometry(*m_table.layer, row, geometryType(m_table), &m_reference));
        }
        check(m_layer->CreateFeature(&feature) == OGRERR_NONE, errors);
    }

    void recount() const {
        const GdalMessages errors;
        static constexpr const char* kDrivers[] = {"ESRI Shapefile", nullptr};
        const GDALDatasetUniquePtr again(
            GDALDataset::Open(m_file.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR, kDrivers));
        check(again != nullptr, errors);
        if (again->GetLayerCount() != 1 ||
            again->GetLayer(0)->GetFeatureCount() != static_cast<GIntBig>(m_table.rows.size())) {
            throw Error(ErrorCode::output, m_file.filename().string() + ": did not arrive whole");
        }
    }

    std::filesystem::path m_file;
    const ExportTable& m_table;
    ExportReport& m_report;
    OGRSpatialReference m_reference;
    std::vector<DbfField> m_fields;
    GDALDatasetUniquePtr m_dataset;
    OGRLayer* m_layer = nullptr;
};

} // namespace

std::vector<std::filesystem::path> writeShapefile(const std::filesystem::path& folder, const ExportTable& table,
                                                  const std::string& crs, ExportReport& report,
                                                  const RunContext& context) {
    const bool spatial = table.shape != Shape::none;
    Writer(folder / (table.name + (spatial ? ".shp" : ".dbf")), table, crs, report).write(context);
    std::vector<std::filesystem::path> files;
    for (const char* suffix : {".shp", ".shx", ".dbf", ".prj", ".cpg"}) {
        const std::filesystem::path file = folder / (table.name + suffix);
        if (std::filesystem::exists(file)) {
            files.push_back(file);
        }
    }
    return files;
}

} // namespace merestone
