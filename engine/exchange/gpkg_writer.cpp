// SPDX-License-Identifier: MIT
#include "exchange/gpkg_writer.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "layers/gdal_session.hpp"

#include <cpl_conv.h>
#include <ogrsf_frmts.h>

#include <utility>

namespace merestone {

namespace {

OGRwkbGeometryType multiType(Shape shape) {
    switch (shape) {
    case Shape::point:
        return wkbMultiPoint;
    case Shape::line:
        return wkbMultiLineString;
    case Shape::polygon:
        return wkbMultiPolygon;
    case Shape::none:
        break;
    }
    return wkbNone;
}

OGRFieldType fieldType(GpkgType type) {
    switch (type) {
    case GpkgType::text:
        return OFTString;
    case GpkgType::real:
        return OFTReal;
    case GpkgType::integer:
        return OFTInteger64;
    case GpkgType::boolean:
        return OFTInteger;
    }
    return OFTString;
}

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

OGRSpatialReference spatialReference(const std::string& crs, const std::string& name) {
    OGRSpatialReference reference;
    if (reference.SetFromUserInput(crs.c_str(), OGRSpatialReference::SET_FROM_USER_INPUT_LIMITATIONS_get()) !=
        OGRERR_NONE) {
        throw Error(ErrorCode::output,
                    printable(name) + ": the coordinate system '" + printable(crs) + "' is not known to PROJ");
    }
    reference.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    return reference;
}

class Row : public GpkgRow {
public:
    Row(OGRLayer& layer, Shape shape, const std::string& name)
        : m_layer(layer), m_type(multiType(shape)), m_name(name), m_feature(layer.GetLayerDefn()) {}

    void reset() {
        m_feature.Reset();
        m_feature.SetFID(OGRNullFID);
        m_next = 0;
    }
    [[nodiscard]] std::size_t written() const noexcept { return m_written; }
    [[nodiscard]] const char* table() const { return m_layer.GetName(); }

    GpkgRow& text(std::string_view value) override {
        const int field = m_next++;
        if (value.empty()) {
            m_feature.SetFieldNull(field);
        } else {
            m_feature.SetField(field, toUtf8(value).c_str());
        }
        return *this;
    }
    GpkgRow& real(const std::optional<double>& value) override {
        const int field = m_next++;
        if (value) {
            m_feature.SetField(field, *value);
        } else {
            m_feature.SetFieldNull(field);
        }
        return *this;
    }
    GpkgRow& integer(std::uint64_t value) override {
        m_feature.SetField(m_next++, static_cast<GIntBig>(value));
        return *this;
    }
    GpkgRow& boolean(bool value) override {
        m_feature.SetField(m_next++, value ? 1 : 0);
        return *this;
    }
    GpkgRow& geometry(const std::string& wkb) override {
        OGRGeometry* made = nullptr;
        if (OGRGeometryFactory::createFromWkb(wkb.data(), m_layer.GetSpatialRef(), &made, wkb.size()) != OGRERR_NONE) {
            throw Error(ErrorCode::internal, printable(m_name) + ": the evidence of a finding cannot be read");
        }
        m_feature.SetGeometryDirectly(OGRGeometryFactory::forceTo(made, m_type));
        return *this;
    }
    void write() override {
        const GdalMessages errors;
        if (m_layer.CreateFeature(&m_feature) != OGRERR_NONE) {
            throw Error(ErrorCode::output, printable(m_name) + ": cannot be written: " + errors.failure());
        }
        ++m_written;
    }

private:
    OGRLayer& m_layer;
    OGRwkbGeometryType m_type;
    const std::string& m_name;
    OGRFeature m_feature;
    int m_next = 0;
    std::size_t m_written = 0;
};

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
    void commitAndClose() {
        const GdalMessages errors;
        check(dataset->CommitTransaction() == OGRERR_NONE, errors);
        dataset.reset(); // returns nothing, so the error state is all there is to look at
        check(true, errors);
    }
    void recount(const std::vector<std::pair<std::string, std::size_t>>& expected) const {
        const GdalMessages errors;
        const GDALDatasetUniquePtr again(
            GDALDataset::Open(file.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR));
        check(again != nullptr, errors);
        for (const auto& [table, count] : expected) {
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
    std::vector<std::unique_ptr<Row>> rows; ///< before the dataset goes: they borrow its layers
};

GpkgWriter::GpkgWriter(const std::filesystem::path& newFile, const std::string& crs, std::string name)
    : m_state(std::make_unique<State>(newFile, crs, std::move(name))) {
    m_state->create();
}

GpkgWriter::~GpkgWriter() {
    const GdalMessages quiet; // closing what was given up may complain
    m_state.reset();
}

std::size_t GpkgWriter::addTable(const GpkgTableSpec& spec) {
    const GdalMessages errors;
    CPLStringList options;
    options.SetNameValue("IDENTIFIER", spec.title.c_str());
    options.SetNameValue("DESCRIPTION", toUtf8(spec.description).c_str());
    const bool spatial = spec.shape != Shape::none;
    OGRLayer* layer = m_state->dataset->CreateLayer(spec.name.c_str(), spatial ? &m_state->reference : nullptr,
                                                    multiType(spec.shape), options.List());
    m_state->check(layer != nullptr, errors);
    for (const GpkgField& field : spec.fields) {
        OGRFieldDefn definition(field.name, fieldType(field.type));
        if (field.type == GpkgType::boolean) {
            definition.SetSubType(OFSTBoolean);
        }
        m_state->check(layer->CreateField(&definition) == OGRERR_NONE, errors);
    }
    m_state->rows.push_back(std::make_unique<Row>(*layer, spec.shape, m_state->name));
    return m_state->rows.size() - 1;
}

GpkgRow& GpkgWriter::row(std::size_t table) {
    m_state->rows[table]->reset();
    return *m_state->rows[table];
}

void GpkgWriter::close() {
    std::vector<std::pair<std::string, std::size_t>> expected;
    for (const auto& row : m_state->rows) {
        expected.emplace_back(row->table(), row->written());
    }
    m_state->rows.clear();
    m_state->commitAndClose();
    m_state->recount(expected);
}

} // namespace merestone
