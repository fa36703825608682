// SPDX-License-Identifier: MIT
#include "exchange/gpkg_writer.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "exchange/export/ogr_values.hpp"
#include "layers/gdal_session.hpp"

#include <cpl_conv.h>
#include <ogrsf_frmts.h>

#include <utility>
#include <vector>

namespace merestone {

namespace {

constexpr std::size_t kRowsBetweenLooks = 1024; ///< at the stop token

/// The file is synchronised as a whole before it gets its name, so SQLite need not do it after every step.
class WithoutSynchronising {
public:
    WithoutSynchronising() { CPLSetThreadLocalConfigOption(kOption, "OFF"); }
    ~WithoutSynchronising() { CPLSetThreadLocalConfigOption(kOption, nullptr); }
    WithoutSynchronising(const WithoutSynchronising&) = delete;
    WithoutSynchronising& operator=(const WithoutSynchronising&) = delete;

private:
    static constexpr const char* kOption = "OGR_SQLITE_SYNCHRONOUS";
};

GDALDriver* geoPackageDriver() {
    prepareGdal();
    RegisterOGRGeoPackage(); // this one alone; does nothing the second time
    return GetGDALDriverManager()->GetDriverByName("GPKG");
}

} // namespace

struct GpkgWriter::State {
    State(std::filesystem::path newFile, const std::string& crs, std::string fileName)
        : file(std::move(newFile)), name(std::move(fileName)), reference(spatialReference(crs, name)) {}

    void check(bool good, const GdalMessages& errors) const {
        if (!good || errors.failed()) {
            throw Error(ErrorCode::output, printable(name) + ": cannot be written: " + errors.failure());
        }
    }
    void create() {
        const GdalMessages errors;
        GDALDriver* driver = geoPackageDriver();
        if (driver != nullptr) {
            dataset.reset(driver->Create(file.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
        }
        check(dataset != nullptr, errors);
        check(dataset->StartTransaction() == OGRERR_NONE, errors);
    }
    OGRLayer& createLayer(const char* table, OGRwkbGeometryType type, CPLStringList& options) {
        const GdalMessages errors;
        OGRLayer* layer = dataset->CreateLayer(table, type == wkbNone ? nullptr : &reference, type, options.List());
        check(layer != nullptr, errors);
        return *layer;
    }
    void createField(OGRLayer& layer, const char* field, OGRFieldType type, OGRFieldSubType subtype = OFSTNone) {
        const GdalMessages errors;
        OGRFieldDefn definition(field, type);
        definition.SetSubType(subtype);
        check(layer.CreateField(&definition) == OGRERR_NONE, errors);
    }
    void createFeature(OGRLayer& layer, OGRFeature& feature) {
        const GdalMessages errors;
        check(layer.CreateFeature(&feature) == OGRERR_NONE, errors);
    }
    void commitAndClose() {
        const GdalMessages errors;
        check(dataset->CommitTransaction() == OGRERR_NONE, errors);
        dataset.reset(); // returns nothing, so the error state is all there is to look at
        check(true, errors);
    }
    void recount() const {
        const GdalMessages errors;
        const GDALDatasetUniquePtr again(
            GDALDataset::Open(file.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR));
        check(again != nullptr, errors);
        for (const auto& [table, count] : written) {
            OGRLayer* layer = again->GetLayerByName(table.c_str());
            if (layer == nullptr || layer->GetFeatureCount() != static_cast<GIntBig>(count)) {
                throw Error(ErrorCode::output, printable(name) + ": the table " + table + " did not arrive whole");
            }
        }
    }

    std::filesystem::path file;
    std::string name;
    OGRSpatialReference reference;
    WithoutSynchronising withoutSynchronising;
    GDALDatasetUniquePtr dataset;
    std::vector<std::pair<std::string, std::size_t>> written; ///< tables with the number of their rows
};

GpkgWriter::GpkgWriter(const std::filesystem::path& newFile, const std::string& crs, std::string name)
    : m_state(std::make_unique<State>(newFile, crs, std::move(name))) {
    m_state->create();
}

GpkgWriter::~GpkgWriter() {
    const GdalMessages quiet; // closing what was given up may complain
    m_state.reset();
}

void GpkgWriter::write(const ExportTable& table, const RunContext& context) {
    CPLStringList options;
    options.SetNameValue("IDENTIFIER", toUtf8(table.title).c_str());
    options.SetNameValue("DESCRIPTION", toUtf8(table.description).c_str());
    const OGRwkbGeometryType type = geometryType(table);
    OGRLayer& layer = m_state->createLayer(table.name.c_str(), type, options);
    for (const ExportField& field : table.fields) {
        m_state->createField(layer, field.name.c_str(), ogrType(field.type),
                             field.type == FieldType::boolean ? OFSTBoolean : OFSTNone);
    }
    OGRFeature feature(layer.GetLayerDefn());
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        if (i % kRowsBetweenLooks == 0) {
            context.throwIfStopped();
        }
        const std::uint32_t row = table.rows[i];
        feature.Reset();
        feature.SetFID(table.layer->fid(row));
        for (std::size_t field = 0; field < table.fields.size(); ++field) {
            setValue(feature, static_cast<int>(field), table, table.fields[field], row);
        }
        if (type != wkbNone) {
            feature.SetGeometryDirectly(ogrGeometry(*table.layer, row, type, &m_state->reference));
        }
        m_state->createFeature(layer, feature);
    }
    m_state->written.emplace_back(table.name, table.rows.size());
}

void GpkgWriter::write(std::span<const GpkgStyle> styles) {
    static constexpr const char* kTable = "layer_styles";
    CPLStringList options;
    options.SetNameValue("FID", "id");
    OGRLayer& layer = m_state->createLayer(kTable, wkbNone, options); // and so it stands in gpkg_contents
    for (const char* field : {"f_table_catalog", "f_table_schema", "f_table_name", "f_geometry_column", "styleName",
                              "styleQML", "styleSLD"}) {
        m_state->createField(layer, field, OFTString);
    }
    m_state->createField(layer, "useAsDefault", OFTInteger, OFSTBoolean);
    for (const char* field : {"description", "owner", "ui"}) {
        m_state->createField(layer, field, OFTString);
    }
    m_state->createField(layer, "update_time", OFTDateTime);
    // QGIS takes the newest of several defaults; there is one for each table, so that the day itself means nothing.
    constexpr const char* kDay = "2000-01-01T00:00:00Z";
    for (const GpkgStyle& style : styles) {
        OGRFeature feature(layer.GetLayerDefn());
        feature.SetField("f_table_catalog", "");
        feature.SetField("f_table_schema", "");
        feature.SetField("f_table_name", style.table.c_str());
        feature.SetField("f_geometry_column", "geom");
        feature.SetField("styleName", style.name.c_str());
        feature.SetField("styleQML", style.qml.c_str());
        feature.SetField("styleSLD", style.sld.c_str());
        feature.SetField("useAsDefault", 1);
        feature.SetField("description", toUtf8(style.description).c_str());
        feature.SetField("owner", "");
        feature.SetField("update_time", kDay);
        m_state->createFeature(layer, feature);
    }
    m_state->written.emplace_back(kTable, styles.size());
}

void GpkgWriter::close() {
    m_state->commitAndClose();
    m_state->recount();
}

} // namespace merestone
