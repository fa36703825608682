// SPDX-License-Identifier: MIT
#include "exchange/save_changes.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "exchange/declare_multipart.hpp"
#include "exchange/publish.hpp"
#include "layers/gdal_session.hpp"

#include <ogrsf_frmts.h>

#include <algorithm>
#include <memory>
#include <system_error>

namespace merestone {

namespace {

using Kind = FeatureChange::Kind;

struct Closer {
    void operator()(GDALDataset* dataset) const noexcept { GDALClose(GDALDataset::ToHandle(dataset)); }
};
using Dataset = std::unique_ptr<GDALDataset, Closer>;
using Geometry = std::unique_ptr<OGRGeometry>;

bool hasSeveralParts(const OGRGeometry& geometry) {
    return OGR_GT_IsSubClassOf(geometry.getGeometryType(), wkbGeometryCollection) != 0 &&
           geometry.toGeometryCollection()->getNumGeometries() > 1;
}

/// Changes one layer of an opened GeoPackage.
class Writer {
public:
    Writer(std::filesystem::path file, std::string target) : m_file(std::move(file)), m_target(std::move(target)) {
        open(GDAL_OF_UPDATE);
    }

    void useLayer(const std::string& name) {
        m_layerName = name;
        m_layer = name.empty() && m_dataset->GetLayerCount() == 1 ? m_dataset->GetLayer(0)
                                                                  : m_dataset->GetLayerByName(name.c_str());
        if (m_layer == nullptr) {
            fail("has no layer '" + printable(name) + "'");
        }
    }

    void apply(const std::vector<FeatureChange>& changes) {
        if (takesSingleParts() && std::any_of(changes.begin(), changes.end(), [this](const FeatureChange& change) {
                return !change.wkb.empty() && hasSeveralParts(*geometryOf(change));
            })) {
            promoteToMultipart();
        }
        check(m_dataset->StartTransaction(), "cannot be changed");
        m_count = m_layer->GetFeatureCount();
        for (const FeatureChange& change : changes) {
            apply(change);
        }
        check(m_dataset->CommitTransaction(), "cannot be written; is the disk full?");
    }

    /// Closes the file, and looks whether it holds as many features as it should.
    void closeAndCount() {
        m_messages.clear();
        m_dataset.reset();
        if (m_messages.failed()) {
            fail("cannot be written; is the disk full?");
        }
        open(GDAL_OF_READONLY);
        useLayer(m_layerName);
        if (m_layer->GetFeatureCount() != m_count) {
            fail("was not written whole; is the disk full?");
        }
        m_dataset.reset();
    }

private:
    void open(unsigned mode) {
        const char* const drivers[] = {"GPKG", nullptr};
        m_dataset.reset(GDALDataset::Open(m_file.c_str(), GDAL_OF_VECTOR | GDAL_OF_VERBOSE_ERROR | mode, drivers));
        if (m_dataset == nullptr) {
            fail("cannot be changed, for it is no GeoPackage; save its layer to one and name that in the plan");
        }
    }

    [[nodiscard]] bool takesSingleParts() const {
        const OGRwkbGeometryType type = wkbFlatten(m_layer->GetGeomType());
        return type == wkbPoint || type == wkbLineString || type == wkbPolygon;
    }

    /// Makes a layer of single parts one of several, as QGIS's "Promote to multipart" does. Else GDAL would fit a shape
    /// of two parts into it by making the second a hole of the first.
    void promoteToMultipart() {
        const OGRwkbGeometryType several = OGR_GT_GetCollection(m_layer->GetGeomType());
        const bool isDeclared = declareMultipart(*m_dataset, *m_layer);
        m_dataset.reset();
        open(GDAL_OF_UPDATE);
        useLayer(m_layerName);
        if (!isDeclared || wkbFlatten(m_layer->GetGeomType()) != wkbFlatten(several)) {
            fail("cannot take a shape of several parts; promote its layer to multipart in QGIS");
        }
        check(m_dataset->StartTransaction(), "cannot be changed");
        std::vector<OGRFeatureUniquePtr> features; // SQLite's readers do not like their rows changed under them
        for (auto& feature : *m_layer) {
            features.push_back(std::move(feature));
        }
        for (const OGRFeatureUniquePtr& feature : features) {
            if (OGRGeometry* geometry = feature->StealGeometry()) {
                feature->SetGeometryDirectly(OGRGeometryFactory::forceTo(geometry, several));
                check(m_layer->SetFeature(feature.get()), "cannot be written");
            }
        }
        check(m_dataset->CommitTransaction(), "cannot be written; is the disk full?");
    }

    void apply(const FeatureChange& change) {
        if (change.kind == Kind::removed) {
            check(m_layer->DeleteFeature(change.fid), "has no feature " + std::to_string(change.fid) + " to remove");
            --m_count;
            return;
        }
        OGRFeatureUniquePtr feature(change.kind == Kind::added ? new OGRFeature(m_layer->GetLayerDefn())
                                                               : m_layer->GetFeature(change.fid));
        if (feature == nullptr) {
            fail("has no feature " + std::to_string(change.fid) + " any more; read the plan again");
        }
        fill(*feature, change);
        if (change.kind == Kind::added) {
            feature->SetFID(change.fid);
            check(m_layer->CreateFeature(feature.get()), "cannot be written");
            ++m_count;
        } else {
            check(m_layer->SetFeature(feature.get()), "cannot be written");
        }
    }

    void fill(OGRFeature& feature, const FeatureChange& change) {
        for (const auto& [name, value] : change.values) {
            const int field = feature.GetFieldIndex(name.c_str());
            if (field < 0) {
                continue; // the id, which is no field of its own
            }
            if (value.empty()) {
                feature.SetFieldNull(field);
            } else {
                feature.SetField(field, value.c_str());
            }
        }
        if (change.wkb.empty()) {
            return;
        }
        feature.SetGeometryDirectly(OGRGeometryFactory::forceTo(geometryOf(change).release(), m_layer->GetGeomType()));
    }

    [[nodiscard]] Geometry geometryOf(const FeatureChange& change) {
        OGRGeometry* geometry = nullptr;
        check(OGRGeometryFactory::createFromWkb(change.wkb.data(), m_layer->GetSpatialRef(), &geometry,
                                                change.wkb.size()),
              "cannot take a shape");
        return Geometry(geometry);
    }

    void check(OGRErr error, const std::string& what) {
        if (error != OGRERR_NONE) {
            fail(what);
        }
    }

    [[noreturn]] void fail(const std::string& what) {
        const std::string why = m_messages.failed() ? ": " + m_messages.failure() : "";
        throw Error(ErrorCode::output, m_target + ": " + what + why + "; what was there before is untouched");
    }

    GdalMessages m_messages; ///< first, so that it outlives the dataset
    std::filesystem::path m_file;
    std::string m_target;
    std::string m_layerName;
    Dataset m_dataset;
    OGRLayer* m_layer = nullptr;
    GIntBig m_count = 0;
};

} // namespace

void saveChanges(const std::filesystem::path& file, const std::string& layer,
                 const std::vector<FeatureChange>& changes) {
    const std::string target = printable(file.string());
    StagedFile staged(file);
    std::error_code error;
    std::filesystem::copy_file(file, staged.path(), error);
    if (error) {
        throw Error(ErrorCode::output, target + ": cannot be copied: " + error.message());
    }
    prepareGdal();
    RegisterOGRGeoPackage();
    Writer writer(staged.path(), target);
    writer.useLayer(layer);
    writer.apply(changes);
    writer.closeAndCount();
    staged.commit();
}

} // namespace merestone
