// SPDX-License-Identifier: MIT
#include "layers/gdal_session.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <cpl_conv.h>
#include <cpl_http.h>
#include <gdal.h>
#include <mutex>
#include <ogr_srs_api.h>
#include <string_view>

namespace merestone {

namespace {

constexpr std::size_t kMaxWarnings = 5;

thread_local bool networkIsAllowed = false;

/// Every request that GDAL would send ends here. A null result makes GDAL fetch after all, so an error result is given
/// back, unless that is wanted.
CPLHTTPResult* refuseFetch(const char*, CSLConstList, GDALProgressFunc, void*, CPLHTTPFetchWriteFunc, void*, void*) {
    if (networkIsAllowed) {
        return nullptr;
    }
    auto* result = static_cast<CPLHTTPResult*>(CPLCalloc(1, sizeof(CPLHTTPResult)));
    result->nStatus = 1;
    result->pszErrBuf = CPLStrdup("Merestone fetches nothing from the network");
    return result;
}

struct Setting {
    const char* key;
    const char* value;
};

// Set by us they win over the environment and over gdalrc files.
constexpr Setting kSettings[] = {
    {"GDAL_DRIVER_PATH", "disable"},
    {"OGR_DRIVER_PATH", "disable"},
    {"CPL_VSIL_CURL_ALLOWED_EXTENSIONS", ".nothing-is-fetched"},
    {"GDAL_HTTP_CONNECTTIMEOUT", "1"},
    {"GDAL_VRT_ENABLE_PYTHON", "NO"},
    {"GML_DOWNLOAD_SCHEMA", "NO"},
    {"GML_SKIP_RESOLVE_ELEMS", "ALL"},
    {"OGR_SQLITE_STATIC_VIRTUAL_OGR", "NO"},
    {"ALLOW_OGR_SQL_FUNCTIONS_FROM_TRIGGER_AND_VIEW", "NO"},
    {"SQLITE_BUSY_TIMEOUT", "3000"},
    {"SQLITE_USE_OGR_VFS", "NO"},
    {"SHAPE_RESTORE_SHX", "NO"},
    {"OGR_GEOJSON_MAX_OBJ_SIZE", "200"},
    {"OGR_XLSX_HEADERS", "FORCE"},
    {"OGR_ODS_HEADERS", "FORCE"},
    {"OGR_ENABLE_PARTIAL_REPROJECTION", "NO"},
    {"OGR_CT_FORCE_TRADITIONAL_GIS_ORDER", "NO"},
    {"USE_OSR_FIND_MATCHES", "NO"}, // Crs asks which code a .prj means, once for each text; the driver for each file
    {"CPL_DEBUG", "OFF"},
};

} // namespace

void prepareGdal() {
    static std::once_flag once;
    std::call_once(once, [] {
        GDALGetDriverCount(); // makes the driver manager, which reads gdalrc files: what follows must come after
        for (const Setting& setting : kSettings) {
            CPLSetConfigOption(setting.key, setting.value);
        }
        if (CPLGetConfigOption("OGR_SQLITE_LOAD_EXTENSIONS", nullptr) != nullptr) {
            CPLSetConfigOption("OGR_SQLITE_LOAD_EXTENSIONS", "");
        }
        CPLHTTPSetFetchCallback(refuseFetch, nullptr);
        OSRSetPROJEnableNetwork(0);
    });
}

void allowNetworkHere(bool allowed) noexcept {
    networkIsAllowed = allowed;
}

GdalMessages::GdalMessages() {
    CPLErrorReset();
    CPLPushErrorHandlerEx(&GdalMessages::record, this);
}

GdalMessages::~GdalMessages() {
    CPLPopErrorHandler();
    CPLErrorReset();
}

bool GdalMessages::outOfMemory() const noexcept {
    // PROJ says the second when it could not make the context that its database needs.
    constexpr std::array<std::string_view, 4> kSigns{"ut of memory", "no database context", "annot allocate",
                                                     "bad_alloc"};
    return std::any_of(kSigns.begin(), kSigns.end(),
                       [this](std::string_view sign) { return m_failure.find(sign) != std::string::npos; });
}

void GdalMessages::clear() {
    m_failure.clear();
    m_warnings.clear();
    CPLErrorReset();
}

void CPL_STDCALL GdalMessages::record(CPLErr kind, CPLErrorNum, const char* text) noexcept {
    try {
        static_cast<GdalMessages*>(CPLGetErrorHandlerUserData())->add(kind, text);
    } catch (...) { // NOLINT(bugprone-empty-catch): no memory for a message; GDAL's own error state still tells
    }
}

void GdalMessages::add(CPLErr kind, const char* raw) {
    std::string_view all = raw;
    constexpr std::string_view kConnecting = "PQconnectdb failed.\n"; // what follows is the reason
    if (all.starts_with(kConnecting)) {
        all.remove_prefix(kConnecting.size());
    }
    const std::string_view text = all.substr(0, all.find_first_of("\r\n"));
    if (kind == CE_Failure || kind == CE_Fatal) {
        if (m_failure.empty()) {
            m_failure = printable(text);
            if (m_failure.empty()) {
                m_failure = "unknown error";
            }
        }
    } else if (kind == CE_Warning && m_warnings.size() < kMaxWarnings) {
        std::string warning = printable(text);
        if (std::find(m_warnings.begin(), m_warnings.end(), warning) == m_warnings.end()) {
            m_warnings.push_back(std::move(warning));
        }
    }
}

} // namespace merestone
