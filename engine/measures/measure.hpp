// SPDX-License-Identifier: MIT
#pragma once

#include "base/run_context.hpp"
#include "base/unit.hpp"
#include "expressions/expression.hpp"
#include "layers/layer.hpp"
#include "plan/plan.hpp"

#include <limits>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace merestone {

/// The features of a layer that a measure looks at: those whose `where` holds. Usable rows only, ascending; the
/// rows of a table too for measures that need no shapes (takesShapeless).
struct Selection {
    LayerPtr layer;
    std::vector<std::uint32_t> rows;  ///< the condition holds (or there is none)
    std::vector<std::uint32_t> maybe; ///< the condition is unknown for these; they widen the `certain` bounds
    bool hasUnplaced = false;         ///< a feature that is or may be meant has no usable shape: it may lie anywhere
};
using SelectionPtr = std::shared_ptr<const Selection>;

/// How far a layer can be trusted to hold everything.
struct Coverage {
    Completeness::Kind kind = Completeness::Kind::unknown;
    LayerPtr area;            ///< for `within`: the covered polygons
    bool hasUnplaced = false; ///< features of unknown place: absence proves nothing
};

/// The values of a measure for the rows asked, with bounds where they differ from the value. NaN is unknown.
struct MeasureColumn {
    std::vector<double> values;
    std::vector<double> low, high;               ///< measurement uncertainty; empty: exact
    std::vector<double> certainLow, certainHigh; ///< missing data; empty: certain

    [[nodiscard]] UncertainNumber at(std::size_t i) const;
};

/// The geometry that shows why a measure has its value, and the other features that it comes from.
struct Evidence {
    std::string wkb;                   ///< working CRS; empty: none
    const Layer* otherLayer = nullptr; ///< the nearest, the biggest overlap …
    std::uint32_t otherRow = 0;
    std::string quote = {}; ///< of a text: the passages that were found, as people may read them
};

/// A measure with its target, condition and options bound; made by makeMeasure. Const functions run on any thread.
/// Values are in unit().
class Measure {
public:
    virtual ~Measure() = default;
    [[nodiscard]] const Unit& unit() const noexcept { return m_unit; }
    /// How it is computed, for planners: "planar grid, straight line, edge to edge".
    [[nodiscard]] const std::string& method() const noexcept { return m_method; }
    /// How far from a subject a feature can lie and still matter, metres; infinity when there is no limit.
    [[nodiscard]] double reach() const noexcept { return m_reach; }
    /// Evaluates rows of the subject layer (usable rows only are meaningful; others give NaN), in parallel.
    [[nodiscard]] virtual MeasureColumn evaluate(const Layer& subjects, std::span<const std::uint32_t> rows,
                                                 const RunContext& context) const = 0;
    [[nodiscard]] virtual Evidence evidence(const Layer& subjects, std::uint32_t row) const = 0;

    /// For rules with `against`: the value for one pair and its evidence. Only measures whose target is `other`.
    [[nodiscard]] virtual UncertainNumber pairValue(const Layer& subjects, std::uint32_t row, const Layer& others,
                                                    std::uint32_t otherRow) const;
    [[nodiscard]] virtual Evidence pairEvidence(const Layer& subjects, std::uint32_t row, const Layer& others,
                                                std::uint32_t otherRow) const;

protected:
    Unit m_unit;
    std::string m_method;
    double m_reach = 0.0;
};

/// A layer that an option names beside the target: the ways that are walked, the streets that homes stand along.
struct RelatedLayer {
    std::string option;
    SelectionPtr features; ///< every usable feature
    Coverage coverage;
};

/// The numbers of a field that an option names, in the coherent unit (metres, people), by row of the layer whose field
/// it is: the target's, the subjects' or a related layer's. NaN is unknown.
struct FieldValues {
    std::string option;
    bool ofSubjects = false;
    std::shared_ptr<const std::vector<double>> values;
};

/// Everything that a factory may need. Parameters in the spec's options are already replaced by their values.
struct MeasureRequest {
    MeasureSpec spec;
    LayerPtr subjects;
    SelectionPtr target;                                ///< null for measures of the subject itself and for `other`
    Coverage coverage;                                  ///< of the target layer
    std::shared_ptr<const std::vector<double>> weights; ///< `of:` for every row of the target layer; NaN unknown
    Unit weightUnit;
    SelectionPtr access;    ///< access points that belong to the selected features
    Coverage ownerCoverage; ///< with access points: of the target layer itself
    std::vector<RelatedLayer> related;
    std::vector<FieldValues> fields;
    const Plan* plan = nullptr;                  ///< borrowed for the call
    std::vector<std::unique_ptr<Measure>> inner; ///< nested measures, in the order of spec.inner
    RunContext context;                          ///< for what the factory prepares

    /// Null when the option was not given.
    [[nodiscard]] const RelatedLayer* findRelated(std::string_view option) const noexcept;
    [[nodiscard]] std::shared_ptr<const std::vector<double>> findField(std::string_view option,
                                                                       bool ofSubjects = false) const noexcept;
};

/// Makes a measure of one kind. May throw anything: the rule that asked is then not run, with the text as its reason.
using MeasureFactory = std::unique_ptr<Measure> (*)(MeasureRequest&& request);

/// Makes the measure that `request.spec.kind` names (see plan/measure_names.hpp for the kinds and their options).
/// Throws Error(plan) for an option that makes no sense, Error(cancelled) when stopped.
[[nodiscard]] std::unique_ptr<Measure> makeMeasure(MeasureRequest request);

} // namespace merestone
