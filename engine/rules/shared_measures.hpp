// SPDX-License-Identifier: MIT
#pragma once

#include "rules/compiled_rule.hpp"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace merestone {

/// The layers of a run by name; the plan's own among them.
using LayerMap = std::map<std::string, LayerPtr>;

/// How far the layers of a plan can be trusted to hold everything of their kind.
[[nodiscard]] Coverage coverageOf(const Plan& plan, const LayerMap& layers, const std::string& layer);

/// Whether a layer has features without a usable shape that are not left out on purpose: they may lie anywhere.
[[nodiscard]] bool hasUnplaced(const Layer& layer) noexcept;

/// Rows of a layer whose boxes lie within `reach` metres of some boxes, ascending; all rows for an infinite reach.
[[nodiscard]] std::vector<std::uint32_t> rowsWithin(const Layer& layer, std::span<const Box> boxes, double reach);

/// Measures with their values, each made and computed once however many rules ask: the planner's memory.
/// One owner; computing uses threads inside.
class SharedMeasures {
public:
    SharedMeasures(const Plan& plan, const LayerMap& layers) : m_plan(&plan), m_layers(&layers) {}

    /// One measure over the rows of a subject layer.
    struct Shared {
        const Measure* measure = nullptr;
        const MeasureColumn* column = nullptr; ///< by row of the subject layer; NaN where nobody asked
    };

    /// Makes sure that a measure is made; pair measures have no column.
    const Measure& make(const CompiledMeasure& compiled, const std::string& subjects, const RunContext& context);
    /// Makes sure that the measure has its values for these rows (ascending).
    Shared compute(const CompiledMeasure& compiled, const std::string& subjects, std::span<const std::uint32_t> rows,
                   const RunContext& context);
    /// The column as it stands; null when nothing was computed.
    [[nodiscard]] const MeasureColumn* column(const CompiledMeasure& compiled) const;

    /// From now on for a plan of the same layers, and for these: the same ones, elsewhere.
    void belongTo(const Plan& plan, const LayerMap& layers) noexcept;
    /// Frees what is known of some measures.
    void forget(const std::set<std::string>& keys);
    /// Frees what no rule asks for any more.
    void keepOnly(const std::set<std::string>& keys);

    /// The features of a layer changed: values of its own features are forgotten, and those of features of other
    /// layers within reach of the `touched` boxes.
    void layerChanged(const std::string& layer, std::span<const Box> touched);

private:
    struct Entry {
        std::unique_ptr<Measure> measure;
        std::string subjects;
        std::vector<std::string> layers; ///< every layer it measures against
        double reach = 0.0;              ///< of the measure and those inside it
        MeasureColumn column;
        std::vector<bool> computed;
    };
    std::unique_ptr<Measure> build(const CompiledMeasure& compiled, const std::string& subjects,
                                   const RunContext& context);
    SelectionPtr select(const CompiledMeasure& compiled, const RunContext& context);
    SelectionPtr selectAll(const std::string& layerName);
    void addRelated(MeasureRequest& request, const CompiledMeasure& compiled, const RunContext& context);
    SelectionPtr accessPoints(const CompiledMeasure& compiled, const Selection& owners) const;
    std::shared_ptr<const std::vector<double>> weights(const CompiledMeasure& compiled,
                                                       const RunContext& context) const;
    Entry& entry(const CompiledMeasure& compiled, const std::string& subjects, const RunContext& context);

    const Plan* m_plan;
    const LayerMap* m_layers;
    std::map<std::string, Entry> m_entries;           ///< by key
    std::map<std::string, SelectionPtr> m_selections; ///< by layer, condition and parameters
};

} // namespace merestone
