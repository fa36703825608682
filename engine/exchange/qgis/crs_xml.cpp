// SPDX-License-Identifier: MIT
#include "exchange/qgis/crs_xml.hpp"

#include "exchange/export/ogr_values.hpp"

#include <cpl_conv.h>

namespace merestone {

CrsXml::CrsXml(const std::string& crs) : m_code(crs) {
    const OGRSpatialReference reference = spatialReference(crs, "project");
    const char* options[] = {"FORMAT=WKT2_2019", nullptr};
    char* text = nullptr;
    reference.exportToWkt(&text, options);
    m_wkt = text == nullptr ? "" : text;
    CPLFree(text);
    text = nullptr;
    reference.exportToProj4(&text);
    m_proj = text == nullptr ? "" : text;
    CPLFree(text);
    m_name = reference.GetName() == nullptr ? crs : reference.GetName();
    m_geographic = reference.IsGeographic() != 0;
}

void CrsXml::add(const XmlElement& parent) const {
    const XmlElement element = parent.add("spatialrefsys");
    element.add("wkt", m_wkt);
    element.add("proj4", m_proj);
    // QGIS looks the code up in its own list, where numbers begin at 1; with 0 it would not look.
    element.add("srsid", "1");
    element.add("authid", m_code);
    element.add("description", m_name);
    element.add("geographicflag", m_geographic ? "true" : "false");
}

} // namespace merestone
