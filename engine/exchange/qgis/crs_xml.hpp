// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/style/xml.hpp"

#include <string>

namespace merestone {

/// Describes a CRS ("EPSG:27700") as QGIS stores it: by its code and by its definition.
class CrsXml {
public:
    /// Throws Error(output) for one that PROJ does not know.
    explicit CrsXml(const std::string& crs);
    void add(const XmlElement& parent) const;

private:
    std::string m_code;
    std::string m_name;
    std::string m_wkt;
    std::string m_proj;
    bool m_geographic = false;
};

} // namespace merestone
