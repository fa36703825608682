// SPDX-License-Identifier: MIT
#include "cartography/label_candidates.hpp"

#include "cartography/draw_features.hpp"
#include "cartography/layer_detail.hpp"
#include "cartography/line_chains.hpp"
#include "cartography/shape_places.hpp"

#include <algorithm>
#include <tuple>

namespace merestone::map {

namespace {

using Placement = LabelStyle::Placement;

constexpr std::size_t kMostOfALayer = 1500; ///< more candidates than this would only hide each other
constexpr std::size_t kStopEvery = 64;
constexpr double kMetresPerPoint = 25.4 / 72.0; ///< millimetres in a typographic point

TextStyle styleOf(Kind kind) {
    switch (kind) {
    case Kind::siteAllocation:
    case Kind::localGreenSpace:
    case Kind::centre:
    case Kind::subArea:
        return TextStyle::bold;
    case Kind::water:
    case Kind::park:
    case Kind::woodland:
    case Kind::allotments:
    case Kind::conservationArea:
        return TextStyle::italic;
    default:
        return TextStyle::plain;
    }
}

/// "12 Ladypool Road" → "12": a plot has no room for more.
QString houseNumber(const QString& address) {
    const QString first = address.section(QLatin1Char(' '), 0, 0);
    return !first.isEmpty() && first.at(0).isDigit() && first.size() <= 5 ? first : QString();
}

QStringList linesOf(const Layer& layer, std::size_t row, const LabelStyle& style, Kind kind) {
    const QString name = cutForMap(QString::fromStdString(layer.displayName(row)).simplified());
    const QString id =
        layer.idField().empty() ? QString() : cutForMap(QString::fromStdString(layer.id(row)).simplified());
    if (kind <= Kind::openLand && style.placement == Placement::inside) {
        const QString number = houseNumber(name);
        return number.isEmpty() ? QStringList() : QStringList(number);
    }
    if (style.both) {
        QStringList lines;
        if (!id.isEmpty() && id != name) {
            lines << id;
        }
        return name.isEmpty() ? lines : lines << name;
    }
    const QString text = style.useId || name.isEmpty() ? id : name;
    return text.isEmpty() ? QStringList() : QStringList(text);
}

class Collector {
public:
    Collector(const MapScene& scene, const MapView& view, double labelScale, const Theme& theme,
              const std::stop_token& stop)
        : m_scene(scene), m_view(view), m_theme(theme), m_stop(stop), m_labelScale(labelScale) {}

    std::vector<LabelCandidate> collect() {
        for (std::size_t number = 0; number < m_scene.layers.size() && !m_stop.stop_requested(); ++number) {
            const MapLayer& layer = m_scene.layers[number];
            const LabelStyle& label = layer.style->label;
            const double scale = m_view.scaleDenominator();
            if (layer.visible && label.placement != Placement::none && scale <= label.maxDenominator &&
                scale <= layer.style->maxDenominator) {
                addLayer(number);
            }
        }
        std::stable_sort(m_found.begin(), m_found.end(), [](const LabelCandidate& a, const LabelCandidate& b) {
            return std::tuple(-a.priority, a.layer, a.row) < std::tuple(-b.priority, b.layer, b.row);
        });
        return std::move(m_found);
    }

private:
    LabelCandidate candidate(std::size_t number, std::uint32_t row) const {
        const LayerStyle& style = *m_scene.layers[number].style;
        LabelCandidate made;
        made.layer = number;
        made.row = row;
        made.kind = style.classes[style.classOf(row)].kind;
        made.priority = style.label.priority;
        made.placement = style.label.placement;
        made.style = styleOf(made.kind);
        made.sizeUnits = style.label.sizePoints * kMetresPerPoint * m_view.unitsPerMm * m_labelScale;
        return made;
    }

    void addLayer(std::size_t number) {
        const MapLayer& layer = m_scene.layers[number];
        const std::vector<std::uint32_t> rows = rowsInView(*layer.features, m_view.box());
        if (layer.style->label.placement == Placement::along) {
            addLines(number, rows);
            return;
        }
        if (rows.size() > kMostOfALayer) {
            return;
        }
        std::size_t count = 0;
        for (const std::uint32_t row : rows) {
            if (++count % kStopEvery == 0 && m_stop.stop_requested()) {
                return;
            }
            addPlace(number, row);
        }
    }

    void addPlace(std::size_t number, std::uint32_t row) {
        const MapLayer& layer = m_scene.layers[number];
        if (!layer.style->classes[layer.style->classOf(row)].shown) {
            return;
        }
        LabelCandidate made = candidate(number, row);
        made.lines = linesOf(*layer.features, row, layer.style->label, made.kind);
        if (made.lines.isEmpty()) {
            return;
        }
        const std::optional<LabelPlace> place = labelPlace(layer.features->geometry(), row, m_view.box());
        if (!place) {
            return;
        }
        made.at = m_view.toUnits(place->at);
        made.room = place->room / m_view.metresPerUnit;
        if (made.placement == Placement::beside) {
            made.offset = m_theme.symbol(made.kind).markerMm * m_view.unitsPerMm / 2 + 0.5 * m_view.unitsPerMm;
        }
        m_found.push_back(std::move(made));
    }

    void addLines(std::size_t number, const std::vector<std::uint32_t>& rows) {
        for (LineChain& chain : chainsInView(*m_scene.layers[number].features, rows, m_view)) {
            LabelCandidate made = candidate(number, chain.row);
            made.lines = QStringList(chain.name);
            made.line = std::move(chain.points);
            // Main roads first, then the longer ones.
            made.priority += made.kind == Kind::streetMain ? 6 : (made.kind == Kind::streetSecondary ? 3 : 0);
            m_found.push_back(std::move(made));
        }
    }

    const MapScene& m_scene;
    const MapView& m_view;
    const Theme& m_theme;
    const std::stop_token& m_stop;
    double m_labelScale;
    std::vector<LabelCandidate> m_found;
};

} // namespace

std::vector<LabelCandidate> labelCandidates(const MapScene& scene, const MapView& view, double labelScale,
                                            const Theme& theme, const std::stop_token& stop) {
    return Collector(scene, view, labelScale, theme, stop).collect();
}

} // namespace merestone::map
