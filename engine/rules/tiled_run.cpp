// SPDX-License-Identifier: MIT
#include "rules/tiled_run.hpp"

#include "base/memory_use.hpp"
#include "rules/data_rules.hpp"
#include "rules/input_summary.hpp"
#include "rules/scope.hpp"

#include <algorithm>
#include <numeric>

namespace merestone {

namespace {

constexpr double kFirstMebibytesEach = 0.002; ///< of a feature with its index, its measures and its findings
constexpr double kLeastMebibytesEach = 0.0002;
constexpr double kSpare = 1.4; ///< tiles differ, and memory is looked at between rules only
constexpr const char* kInOneTile =
    " (as one part of the ground shows it; the layer was read in parts, and others differ)";
constexpr double kLeastRoom = 16.0;         ///< MiB: less makes tiles that are all margin
constexpr std::size_t kTellingCount = 2000; ///< features of a tile whose memory says what others will take

} // namespace

TiledRun::TiledRun(const Plan& plan, const CheckOptions& options, const CompiledRules& compiled, const Tiling& tiling,
                   const LayerMap& whole, SourcePool& pool, std::vector<std::size_t> rules)
    : m_plan(plan), m_options(options), m_compiled(compiled), m_tiling(tiling), m_whole(whole), m_pool(pool),
      m_rules(std::move(rules)), m_ground(tiling.ground(whole)), m_mebibytesEach(kFirstMebibytesEach) {
    m_sums.tallies.resize(compiled.rules.size());
    m_sums.findings.resize(compiled.rules.size());
}

TileSums TiledRun::run(const RunContext& context) {
    visit(m_ground, 0.0, 1.0, context);
    for (auto& [layer, input] : m_sums.inputs) {
        input.notes.clear();
        for (const TileSums::Note& each : m_sums.notes[layer]) {
            input.notes.push_back(each.note.text + (each.differs ? kInOneTile : ""));
        }
    }
    return std::move(m_sums);
}

double TiledRun::roomMebibytes() const {
    return std::max(kLeastRoom, static_cast<double>(m_options.memoryMebibytes) - residentMebibytes());
}

void TiledRun::visit(const Tile& tile, double from, double to, const RunContext& context) {
    context.throwIfStopped();
    const double count = static_cast<double>(m_tiling.featuresIn(tile, context, m_pool));
    const bool tooMany = m_options.mostFeaturesATile > 0 && count > static_cast<double>(m_options.mostFeaturesATile);
    if (tooMany || count * m_mebibytesEach > roomMebibytes()) {
        if (const auto parts = m_tiling.halves(tile)) {
            visit(parts->first, from, (from + to) / 2, context);
            visit(parts->second, (from + to) / 2, to, context);
            return;
        }
    }
    context.report("checking tile " + std::to_string(m_sums.tiles + 1), from);
    const double before = residentMebibytes();
    const double most = check(tile, context);
    returnFreedMemory();
    ++m_sums.tiles;
    if (count >= static_cast<double>(kTellingCount)) {
        // What stays after the tile was let go are its findings, which were counted with it.
        m_mebibytesEach = std::max(kLeastMebibytesEach, kSpare * (most - before) / count);
    }
}

std::vector<std::uint32_t> TiledRun::ownRows(const Tile& tile, const Layer& layer,
                                             const std::vector<std::uint32_t>& among) {
    const std::set<std::int64_t>& seen = m_shapeless[layer.name()];
    std::vector<std::uint32_t> own;
    std::copy_if(among.begin(), among.end(), std::back_inserter(own), [&](std::uint32_t row) {
        const Box& box = layer.boxes()[row];
        // What has no usable shape comes with every window, and belongs to the first tile.
        return box.empty() ? seen.count(layer.fid(row)) == 0 : Tiling::owns(tile, m_ground, box);
    });
    return own;
}

void TiledRun::noteLayer(const Tile& tile, const Layer& layer) {
    std::vector<std::uint32_t> all(layer.size());
    std::iota(all.begin(), all.end(), 0U);
    const std::vector<std::uint32_t> own = ownRows(tile, layer, all);
    std::vector<bool> isOwn(layer.size(), false);
    for (const std::uint32_t row : own) {
        isOwn[row] = true;
    }
    const bool first = m_sums.inputs.count(layer.name()) == 0;
    InputSummary part = summaryOf(layer, *m_plan.findLayer(layer.name()), m_plan, m_options.hashInputs && first);
    part.features = own.size();
    part.invalid = addGeometryFindings(layer, isOwn, m_sums.geometry);
    const auto [known, isNew] = m_sums.inputs.emplace(layer.name(), part);
    if (!isNew) {
        known->second.features += part.features;
        known->second.invalid += part.invalid;
    }
    std::vector<TileSums::Note>& notes = m_sums.notes[layer.name()];
    for (const LayerNote& note : layer.info().notes) {
        const auto same = std::find_if(notes.begin(), notes.end(),
                                       [&note](const TileSums::Note& each) { return each.note.code == note.code; });
        if (same == notes.end()) {
            notes.push_back({note, false});
        } else {
            same->differs = same->differs || same->note.text != note.text;
        }
    }
}

double TiledRun::check(const Tile& tile, const RunContext& context) {
    const LayerMap layers = m_tiling.read(tile, m_ground, m_whole, context, m_pool);
    SharedMeasures measures(m_plan, layers);
    std::map<std::string, std::vector<std::uint32_t>> scopes;
    double most = residentMebibytes();
    for (std::size_t done = 0; done < m_rules.size(); ++done) {
        context.throwIfStopped();
        const CompiledRule& rule = m_compiled.rules[m_rules[done]];
        const std::string& subjects = rule.spec->subjects;
        if (scopes.count(subjects) == 0) {
            scopes[subjects] = rowsInScope(m_plan, layers, subjects, m_options.scope, context);
        }
        const std::vector<std::uint32_t>& scope = scopes[subjects];
        std::vector<std::uint32_t> own = ownRows(tile, *layers.at(subjects), scope);
        RuleTally& tally = m_sums.tallies[m_rules[done]];
        if (own.empty() && m_sums.tiles > 0) {
            continue;
        }
        EvaluationOptions evaluation;
        evaluation.listAll = m_options.listAll;
        evaluation.subjects = &scope;
        RuleOutcome outcome = evaluateRule(rule, m_plan, layers, measures, std::move(own), evaluation, context);
        most = std::max(most, residentMebibytes());
        addTo(tally, tallyOf(outcome));
        if (!outcome.findings.empty()) { // not joined: a growing vector would hold them twice
            outcome.findings.shrink_to_fit();
            m_sums.findings[m_rules[done]].push_back(std::move(outcome.findings));
        }
        std::set<std::string> needed;
        for (std::size_t next = done + 1; next < m_rules.size(); ++next) {
            for (const CompiledMeasure& measure : m_compiled.rules[m_rules[next]].measures) {
                needed.insert(measure.key);
            }
        }
        measures.keepOnly(needed);
    }
    for (const auto& [name, layer] : layers) {
        if (m_tiling.isCut(name)) {
            noteLayer(tile, *layer);
        }
        for (std::uint32_t row = 0; row < layer->size(); ++row) {
            if (layer->boxes()[row].empty()) {
                m_shapeless[name].insert(layer->fid(row));
            }
        }
    }
    return most;
}

} // namespace merestone
