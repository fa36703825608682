// SPDX-License-Identifier: MIT
#include "rules/tiling.hpp"

#include "base/parallel.hpp"
#include "base/text.hpp"
#include "rules/layer_use.hpp"
#include "rules/load_layers.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <mutex>

namespace merestone {

namespace {

constexpr double kFarMetres = 1e8;     ///< nothing on the ground is farther from anything; extents beyond are not true
constexpr double kGuessMetres = 100.0; ///< that subjects stick out of their tile; those that do more are read again
constexpr double kLeastSide = 100.0;   ///< metres of a tile that is cut again
constexpr std::array<std::string_view, 4> kCuttable = {"GPKG", "FlatGeobuf", "ESRI Shapefile", "PostgreSQL"};

bool isNoPlace(const std::string& layer) {
    return layer == kPlanLayer || layer == kPoliciesLayer;
}

/// Where the lower left corner of a feature counts as lying.
Point anchorOf(const Box& feature, const Box& ground) {
    return {std::clamp(feature.minX, ground.minX, ground.maxX), std::clamp(feature.minY, ground.minY, ground.maxY)};
}

} // namespace

Tiling::Tiling(const Plan& plan, const CompiledRules& compiled, const std::map<std::string, LayerSchema>& schemas,
               Scope scope, const RunContext& context, SourcePool& pool)
    : m_plan(plan), m_compiled(compiled), m_scope(scope) {
    findUses(schemas);
    dropWhatCannotBeCut(context, pool);
}

void Tiling::findUses(const std::map<std::string, LayerSchema>& schemas) {
    for (const LayerSpec& spec : m_plan.layers) {
        const auto columns = m_compiled.columns.find(spec.name);
        if (isReadWhole(m_plan, spec) || !schemas.at(spec.name).hasGeometry || columns == m_compiled.columns.end()) {
            continue;
        }
        TiledLayer layer;
        layer.spec = &spec;
        layer.request = requestFor(m_plan, spec);
        layer.request.columns.assign(columns->second.begin(), columns->second.end());
        m_layers.emplace(spec.name, std::move(layer));
    }
    std::set<std::string> named;
    for (const CompiledRule& rule : m_compiled.rules) {
        const auto isWide = [&](double reach) { return std::isinf(reach) || isNoPlace(rule.spec->subjects); };
        collectUse(rule, [&](const std::string& name, double reach) {
            named.insert(name);
            if (isWide(reach)) {
                m_layers.erase(name);
            } else if (const auto found = m_layers.find(name); found != m_layers.end()) {
                found->second.reach = std::max(found->second.reach, reach);
                found->second.isSubject = found->second.isSubject || name == rule.spec->subjects;
            }
        });
        // Measures inside measures look round features of another layer than the rule's subjects.
        for (const CompiledMeasure& measure : rule.measures) {
            for (const CompiledMeasure& inner : measure.inner) {
                m_layers.erase(measure.targetLayer);
                m_layers.erase(inner.targetLayer);
            }
        }
    }
    std::erase_if(m_layers, [&named](const auto& entry) { return named.count(entry.first) == 0; });
}

void Tiling::dropWhatCannotBeCut(const RunContext& context, SourcePool& pool) {
    for (auto entry = m_layers.begin(); entry != m_layers.end();) {
        TiledLayer& layer = entry->second;
        const SourceDescription source = describeSource(layer.request, context, &pool);
        const bool known = std::find(kCuttable.begin(), kCuttable.end(), source.driver) != kCuttable.end() &&
                           source.featureCount > 0 && source.extent;
        const std::string& crs = source.crs.empty() ? layer.request.declaredCrs : source.crs;
        if (known && lowered(crs) == lowered(m_plan.crs) &&
            Box{-kFarMetres, -kFarMetres, kFarMetres, kFarMetres}.contains(*source.extent)) {
            layer.features = static_cast<std::size_t>(source.featureCount);
            m_extent.extend(*source.extent);
            ++entry;
        } else {
            entry = m_layers.erase(entry);
        }
    }
}

std::set<std::string> Tiling::cutLayers() const {
    std::set<std::string> names;
    for (const auto& [name, layer] : m_layers) {
        names.insert(name);
    }
    return names;
}

std::size_t Tiling::features() const noexcept {
    std::size_t sum = 0;
    for (const auto& [name, layer] : m_layers) {
        sum += layer.features;
    }
    return sum;
}

bool Tiling::concerns(const CompiledRule& rule) const {
    bool found = false;
    collectUse(rule, [&](const std::string& layer, double) { found = found || isCut(layer); });
    return found;
}

Tile Tiling::ground(const LayerMap& whole) const {
    const Box area = whole.at(kPlanLayer)->boxes()[0];
    if (m_scope == Scope::area && !area.empty()) {
        return {area.grown(kWindowMarginMetres)};
    }
    return {m_extent.grown(kFarMetres)};
}

bool Tiling::owns(const Tile& tile, const Tile& ground, const Box& feature) noexcept {
    const Point at = anchorOf(feature, ground.box);
    const auto within = [](double value, double low, double high, bool last) {
        return low <= value && (value < high || (last && value <= high));
    };
    return within(at.x, tile.box.minX, tile.box.maxX, tile.lastColumn) &&
           within(at.y, tile.box.minY, tile.box.maxY, tile.lastRow);
}

std::optional<std::pair<Tile, Tile>> Tiling::halves(const Tile& tile) const {
    const Box covered{std::max(tile.box.minX, m_extent.minX), std::max(tile.box.minY, m_extent.minY),
                      std::min(tile.box.maxX, m_extent.maxX), std::min(tile.box.maxY, m_extent.maxY)};
    const double width = covered.maxX - covered.minX;
    const double height = covered.maxY - covered.minY;
    if (!(std::max(width, height) > 2 * kLeastSide)) {
        return std::nullopt;
    }
    std::pair<Tile, Tile> parts{tile, tile};
    const Point middle = covered.centre();
    if (width > height) {
        parts.first.box.maxX = parts.second.box.minX = middle.x;
        parts.first.lastColumn = false;
    } else {
        parts.first.box.maxY = parts.second.box.minY = middle.y;
        parts.first.lastRow = false;
    }
    return parts;
}

std::size_t Tiling::featuresIn(const Tile& tile, const RunContext& context, SourcePool& pool) const {
    std::size_t count = 0;
    for (const auto& [name, layer] : m_layers) {
        LayerRequest request = layer.request;
        request.window = tile.box.grown(layer.reach + kWindowMarginMetres);
        count += countFeatures(request, context, &pool);
    }
    return count;
}

std::map<std::string, Box> Tiling::windows(const Tile& tile, const Tile& ground, const LayerMap& layers) const {
    std::map<std::string, Box> windows;
    for (const CompiledRule& rule : m_compiled.rules) {
        const auto subjects = layers.find(rule.spec->subjects);
        if (subjects == layers.end() || !concerns(rule)) {
            continue;
        }
        Box box;
        for (const Box& feature : subjects->second->boxes()) {
            if (!feature.empty() && owns(tile, ground, feature)) {
                box.extend(feature);
            }
        }
        if (!box.empty()) {
            collectUse(rule, [&](const std::string& layer, double reach) {
                windows[layer].extend(box.grown(reach + kWindowMarginMetres));
            });
        }
    }
    return windows;
}

LayerMap Tiling::read(const Tile& tile, const Tile& ground, const LayerMap& whole, const RunContext& context,
                      SourcePool& pool) const {
    LayerMap layers = whole;
    std::map<std::string, Box> there;
    const auto readInto = [&](const TiledLayer& layer, const Box& window) {
        LayerRequest request = layer.request;
        request.window = window;
        layers[layer.spec->name] = readLayer(request, context, &pool);
        there[layer.spec->name] = window;
    };
    for (const auto& [name, layer] : m_layers) {
        if (layer.isSubject) {
            readInto(layer, tile.box.grown(layer.reach + kWindowMarginMetres + kGuessMetres));
        }
    }
    const std::map<std::string, Box> needed = windows(tile, ground, layers);
    for (const auto& [name, layer] : m_layers) {
        Box window = tile.box; // also of what nobody looks at: the run says what the data are worth
        if (const auto need = needed.find(name); need != needed.end()) {
            window.extend(need->second);
        }
        if (const auto got = there.find(name); got != there.end()) {
            if (got->second.contains(window)) {
                continue;
            }
            window.extend(got->second);
        }
        readInto(layer, window);
    }
    return layers;
}

} // namespace merestone
