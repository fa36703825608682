// SPDX-License-Identifier: MIT
#pragma once

#include "layers/source_pool.hpp"
#include "rules/checker.hpp"
#include "rules/compiled_rule.hpp"
#include "rules/shared_measures.hpp"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace merestone {

/// A part of the ground whose features are judged together. A feature belongs to the tile that holds the lower left
/// corner of its box, moved into the ground where it sticks out; the borders of a tile are its left and lower ones.
struct Tile {
    Box box;
    bool lastColumn = true; ///< its right border is its own too
    bool lastRow = true;
};

/// A layer that may be read a window at a time.
struct TiledLayer {
    const LayerSpec* spec = nullptr;
    LayerRequest request;     ///< without a window
    std::size_t features = 0; ///< as the source states them
    bool isSubject = false;   ///< some rule is about its features
    double reach = 0.0;       ///< metres: the farthest that a rule looks for its features
};

/// How a plan is checked tile by tile: which of its layers may be cut, and into what.
///
/// A layer may be cut if every rule that names it looks no farther than some distance, if its source is in the working
/// CRS, knows its extent and hands out windows, and if it is not the plan's own. Everything else is read whole.
class Tiling {
public:
    /// Looks at the layers of a plan. `whole` are those that were read, see whollyRead().
    Tiling(const Plan& plan, const CompiledRules& compiled, const std::map<std::string, LayerSchema>& schemas,
           Scope scope, const RunContext& context, SourcePool& pool);

    /// Whether there is anything to cut.
    [[nodiscard]] bool any() const noexcept { return !m_layers.empty(); }
    [[nodiscard]] bool isCut(const std::string& layer) const { return m_layers.count(layer) > 0; }
    [[nodiscard]] std::set<std::string> cutLayers() const;
    /// Features that would be in memory at once without tiles.
    [[nodiscard]] std::size_t features() const noexcept;
    /// Whether a rule looks at a layer that is cut.
    [[nodiscard]] bool concerns(const CompiledRule& rule) const;

    /// The whole ground; in the scope of an area no more than the plan's.
    [[nodiscard]] Tile ground(const LayerMap& whole) const;
    [[nodiscard]] static bool owns(const Tile& tile, const Tile& ground, const Box& feature) noexcept;
    /// The halves of a tile across its longer side, cut in the middle of what the layers cover; nothing when it is
    /// too small to be cut.
    [[nodiscard]] std::optional<std::pair<Tile, Tile>> halves(const Tile& tile) const;

    /// Features that the sources count in and round a tile.
    [[nodiscard]] std::size_t featuresIn(const Tile& tile, const RunContext& context, SourcePool& pool) const;
    /// The layers as far as the rules about a tile's features need them; those read whole among them.
    [[nodiscard]] LayerMap read(const Tile& tile, const Tile& ground, const LayerMap& whole, const RunContext& context,
                                SourcePool& pool) const;

private:
    void findUses(const std::map<std::string, LayerSchema>& schemas);
    void dropWhatCannotBeCut(const RunContext& context, SourcePool& pool);
    [[nodiscard]] std::map<std::string, Box> windows(const Tile& tile, const Tile& ground,
                                                     const LayerMap& layers) const;

    const Plan& m_plan;
    const CompiledRules& m_compiled;
    Scope m_scope;
    std::map<std::string, TiledLayer> m_layers;
    Box m_extent;
};

} // namespace merestone
