// SPDX-License-Identifier: MIT
#include "layers/crs.hpp"

#include "base/text.hpp"
#include "layers/coordinate_operation.hpp"
#include "layers/gdal_session.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <mutex>

namespace merestone {

namespace {

constexpr const char* kBritishNationalGrid = "EPSG:27700";

/// "EPSG:27700" or "OGC:CRS84"; anything else (a file, an address, a whole definition) is not looked up.
bool isCode(const std::string& text) {
    const std::size_t colon = text.find(':');
    if (colon == std::string::npos || colon == 0 || colon + 1 == text.size()) {
        return false;
    }
    const std::string authority = lowered(text.substr(0, colon));
    if (authority != "epsg" && authority != "ogc" && authority != "esri" && authority != "ignf") {
        return false;
    }
    return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(colon) + 1, text.end(),
                       [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; });
}

std::string codeOf(const OGRSpatialReference& srs) {
    const char* authority = srs.GetAuthorityName(nullptr);
    const char* code = srs.GetAuthorityCode(nullptr);
    return authority != nullptr && code != nullptr ? std::string(authority) + ":" + code : std::string();
}

/// The British National Grid by its figures, as .prj files without codes spell it in many ways.
bool isBritishNationalGrid(const OGRSpatialReference& srs) {
    const char* projection = srs.GetAttrValue("PROJECTION");
    if (srs.IsProjected() == 0 || projection == nullptr || !EQUAL(projection, SRS_PT_TRANSVERSE_MERCATOR)) {
        return false;
    }
    const auto near = [&srs](const char* parameter, double value, double tolerance) {
        return std::abs(srs.GetNormProjParm(parameter, 1e9) - value) <= tolerance;
    };
    constexpr double kAiryMajor = 6377563.396;
    return near(SRS_PP_LATITUDE_OF_ORIGIN, 49, 1e-9) && near(SRS_PP_CENTRAL_MERIDIAN, -2, 1e-9) &&
           near(SRS_PP_SCALE_FACTOR, 0.9996012717, 1e-8) && near(SRS_PP_FALSE_EASTING, 400000, 1e-3) &&
           near(SRS_PP_FALSE_NORTHING, -100000, 1e-3) && std::abs(srs.GetSemiMajor() - kAiryMajor) < 0.01 &&
           std::abs(srs.GetLinearUnits() - 1.0) < 1e-9;
}

bool isUndefined(const OGRSpatialReference& srs) {
    if (srs.IsEmpty() || srs.IsLocal() != 0) {
        return true;
    }
    const char* name = srs.GetName();
    const std::string lower = name == nullptr ? std::string() : lowered(name);
    return lower.rfind("undefined", 0) == 0;
}

std::string wktOf(const OGRSpatialReference& srs) {
    char* wkt = nullptr;
    const char* const options[] = {"FORMAT=WKT2_2019", nullptr};
    srs.exportToWkt(&wkt, options);
    const std::string result = wkt == nullptr ? "" : wkt;
    CPLFree(wkt);
    return result;
}

/// The CRS in PROJ's database that equals a definition without a code; empty if there is none.
std::string searchedCode(const OGRSpatialReference& srs) {
    constexpr int kSure = 90;
    int count = 0;
    int* confidence = nullptr;
    OGRSpatialReferenceH* matches = OSRFindMatches(
        OGRSpatialReference::ToHandle(const_cast<OGRSpatialReference*>(&srs)), nullptr, &count, &confidence);
    std::string result;
    if (count > 0 && confidence[0] >= kSure) {
        result = codeOf(*OGRSpatialReference::FromHandle(matches[0]));
    }
    OSRFreeSRSArray(matches);
    CPLFree(confidence);
    return result;
}

/// The known CRS that equals a definition without a code; empty if there is none. The shapefiles of a plan mostly share
/// one definition, and a search of the database takes as long as reading a small file.
std::string matchingCode(const OGRSpatialReference& srs) {
    if (isBritishNationalGrid(srs)) {
        return kBritishNationalGrid;
    }
    static std::mutex mutex;
    static std::map<std::string, std::string> known;
    const std::string wkt = wktOf(srs);
    const std::lock_guard lock(mutex);
    const auto found = known.find(wkt);
    return found != known.end() ? found->second : known.emplace(wkt, searchedCode(srs)).first->second;
}

} // namespace

Crs::Crs(OGRSpatialReference srs) : m_srs(std::move(srs)) {
    identify();
}

Crs Crs::fromText(const LayerRequest& request, const std::string& text, const char* key) {
    prepareGdal();
    const GdalMessages messages;
    OGRSpatialReference srs;
    if (!isCode(text) || srs.SetFromUserInput(text.c_str()) != OGRERR_NONE) {
        failRequest(request, std::string("`") + key + ": " + printable(text) +
                                 "` is not known; write a code such as EPSG:27700 or EPSG:4326");
    }
    return Crs(srs);
}

std::optional<Crs> Crs::ofLayer(OGRLayerH layer) {
    const GdalMessages messages;
    const OGRSpatialReferenceH handle = OGR_L_GetSpatialRef(layer);
    if (handle == nullptr || isUndefined(*OGRSpatialReference::FromHandle(handle))) {
        return std::nullopt;
    }
    return Crs(*OGRSpatialReference::FromHandle(handle));
}

void Crs::identify() {
    OGRSpatialReference traditional(m_srs);
    traditional.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    m_deliversSwapped = m_srs.GetDataAxisToSRSAxisMapping() != traditional.GetDataAxisToSRSAxisMapping();
    m_srs.StripVertical();
    m_srs.DemoteTo2D(nullptr);
    m_label = codeOf(m_srs);
    if (m_label.empty()) {
        const std::string code = matchingCode(m_srs);
        if (isCode(code) && m_srs.SetFromUserInput(code.c_str()) == OGRERR_NONE) {
            m_label = code;
        }
    }
    m_srs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    if (!m_label.empty()) {
        m_definition = m_label;
        return;
    }
    const char* name = m_srs.GetName();
    m_label = name == nullptr ? "unnamed CRS" : printable(name);
    m_definition = wktOf(m_srs);
}

bool Crs::isSame(const Crs& other) const {
    if (m_label == other.m_label) {
        return true;
    }
    const GdalMessages messages;
    const char* const options[] = {"IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES",
                                   "CRITERION=EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS", nullptr};
    return m_srs.IsSame(&other.m_srs, options) != 0;
}

bool Crs::isInMetres() const {
    return m_srs.IsProjected() != 0 && std::abs(m_srs.GetLinearUnits() - 1.0) < 1e-9;
}

std::optional<Box> Crs::areaInDegrees() const {
    Box box;
    if (!m_srs.GetAreaOfUse(&box.minX, &box.minY, &box.maxX, &box.maxY, nullptr) || box.empty()) {
        return std::nullopt; // none stated, or one across the date line
    }
    return box;
}

std::optional<Box> Crs::area() const {
    static std::mutex mutex;
    static std::map<std::string, std::optional<Box>> known; // asked for by every layer of a plan
    const std::lock_guard lock(mutex);
    const auto found = known.find(m_definition);
    if (found != known.end()) {
        return found->second;
    }
    std::optional<Box> result = areaInDegrees();
    if (result && !isGeographic()) {
        result = boundsFromDegrees(*this, *result);
    }
    if (result) {
        constexpr double kMargin = 0.02; // areas of use are drawn generously already
        result = result->grown(kMargin * std::max(result->maxX - result->minX, result->maxY - result->minY));
    }
    known.emplace(m_definition, result);
    return result;
}

} // namespace merestone
