// SPDX-License-Identifier: MIT
#pragma once

#include "rules/tally.hpp"
#include "rules/tiling.hpp"

#include <cstdint>
#include <map>
#include <set>
#include <vector>

namespace merestone {

/// What a run adds up from tile to tile.
struct TileSums {
    /// A note about a source, as the first tile has it that shows it.
    struct Note {
        LayerNote note;
        bool differs = false; ///< other tiles have it with other figures
    };
    std::vector<RuleTally> tallies;                          ///< by position in the compiled rules
    std::vector<std::vector<std::vector<Finding>>> findings; ///< likewise, those of each tile by themselves
    std::map<std::string, InputSummary> inputs;              ///< of the layers that are cut
    std::map<std::string, std::vector<Note>> notes;          ///< likewise
    std::vector<Finding> geometry;                           ///< about invalid shapes of these
    std::size_t tiles = 0;
};

/// Checks the rules that look at layers which are cut, a tile at a time, so that layers, indexes and measures of one
/// tile fit into the memory that is left; the findings stay. The sums of statistics may differ from those of a run in
/// one piece in their last digits, nothing else does.
class TiledRun {
public:
    /// All must outlive it. `rules` are positions of compiled rules, those that others need first.
    TiledRun(const Plan& plan, const CheckOptions& options, const CompiledRules& compiled, const Tiling& tiling,
             const LayerMap& whole, SourcePool& pool, std::vector<std::size_t> rules);

    /// Throws as Checker::run().
    [[nodiscard]] TileSums run(const RunContext& context);

private:
    void visit(const Tile& tile, double from, double to, const RunContext& context);
    /// Gives the most memory that was in use meanwhile, MiB.
    double check(const Tile& tile, const RunContext& context);
    [[nodiscard]] std::vector<std::uint32_t> ownRows(const Tile& tile, const Layer& layer,
                                                     const std::vector<std::uint32_t>& among);
    void noteLayer(const Tile& tile, const Layer& layer);
    [[nodiscard]] double roomMebibytes() const;

    const Plan& m_plan;
    const CheckOptions& m_options;
    const CompiledRules& m_compiled;
    const Tiling& m_tiling;
    const LayerMap& m_whole;
    SourcePool& m_pool;
    std::vector<std::size_t> m_rules;
    Tile m_ground;
    double m_mebibytesEach;                                    ///< that a feature takes, as the tiles so far show
    std::map<std::string, std::set<std::int64_t>> m_shapeless; ///< seen in earlier tiles, by layer
    TileSums m_sums;
};

} // namespace merestone
