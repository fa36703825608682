// SPDX-License-Identifier: MIT
#pragma once

#include "geometry/box.hpp"
#include "layers/source_path.hpp"

#include <ogr_api.h>
#include <ogr_spatialref.h>
#include <optional>
#include <string>

namespace merestone {

/// A two-dimensional coordinate reference system. Coordinates are always in the order x = easting or longitude,
/// y = northing or latitude, whatever the authority says.
class Crs {
public:
    /// From a code such as "EPSG:27700". `key` names the setting in the message of the Error(input).
    static Crs fromText(const LayerRequest& request, const std::string& text, const char* key);
    /// What a layer states; nothing when it states none, or one that is explicitly undefined. A definition without a
    /// code gets the code of the known CRS that it equals.
    static std::optional<Crs> ofLayer(OGRLayerH layer);

    /// "EPSG:27700", or its name where there is no code.
    [[nodiscard]] const std::string& label() const noexcept { return m_label; }
    /// What PROJ makes it from: the code, or WKT where there is none.
    [[nodiscard]] const std::string& definition() const noexcept { return m_definition; }
    [[nodiscard]] bool isSame(const Crs& other) const;
    [[nodiscard]] bool isGeographic() const { return m_srs.IsGeographic() != 0; }
    /// Projected with the metre as its unit.
    [[nodiscard]] bool isInMetres() const;
    /// West, south, east and north of its area of use in degrees; nothing if PROJ states none.
    [[nodiscard]] std::optional<Box> areaInDegrees() const;
    /// The same area in its own coordinates, slightly grown.
    [[nodiscard]] std::optional<Box> area() const;
    /// Whether the driver hands out y before x.
    [[nodiscard]] bool deliversSwapped() const noexcept { return m_deliversSwapped; }

private:
    explicit Crs(OGRSpatialReference srs);
    void identify();

    OGRSpatialReference m_srs;
    std::string m_label;
    std::string m_definition;
    bool m_deliversSwapped = false;
};

} // namespace merestone
