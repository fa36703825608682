// SPDX-License-Identifier: MIT
#pragma once

#include "measures/measure.hpp"

#include <memory>
#include <string>
#include <vector>

namespace merestone::testing_support {

/// A layer made of WKT, with the column `id` (A, B, C … or as given) and the accuracy in metres; an empty text is a
/// feature without geometry.
[[nodiscard]] LayerPtr layerOf(const std::vector<std::string>& wkt, double accuracyMetres = 0.0);

[[nodiscard]] Coverage complete();
[[nodiscard]] Coverage notComplete();
[[nodiscard]] Coverage completeWithin(const LayerPtr& area);

/// Every usable feature; or those that a test names, some of them only perhaps.
[[nodiscard]] SelectionPtr all(const LayerPtr& layer);
[[nodiscard]] SelectionPtr some(const LayerPtr& layer, std::vector<std::uint32_t> rows,
                                std::vector<std::uint32_t> maybe = {});

/// What a rule would ask of makeMeasure; every layer is complete unless a test says otherwise.
class MadeRequest {
public:
    MadeRequest(std::string kind, LayerPtr subjects, SelectionPtr target);

    MadeRequest& option(const std::string& name, double value, const Unit& unit);
    MadeRequest& metres(const std::string& name, double value);
    MadeRequest& word(const std::string& name, const std::string& value);
    MadeRequest& flag(const std::string& name, bool value);
    MadeRequest& related(const std::string& option, const LayerPtr& layer, const Coverage& coverage = complete());
    MadeRequest& field(const std::string& option, std::vector<double> values, bool ofSubjects = false);
    MadeRequest& weights(std::vector<double> values);
    MadeRequest& coverage(const Coverage& coverage);
    MadeRequest& access(const SelectionPtr& points);

    [[nodiscard]] std::unique_ptr<Measure> make() const;
    /// The values of all subjects, computed with so many threads.
    [[nodiscard]] MeasureColumn values(unsigned threads = 1) const;
    [[nodiscard]] UncertainNumber value(std::size_t row = 0) const { return values().at(row); }
    /// WKT of the evidence with millimetres; empty when there is none.
    [[nodiscard]] std::string evidence(std::uint32_t row = 0) const;

private:
    [[nodiscard]] MeasureRequest request() const;

    LayerPtr m_subjects;
    MeasureSpec m_spec;
    SelectionPtr m_target;
    SelectionPtr m_access;
    Coverage m_coverage = complete();
    std::shared_ptr<const std::vector<double>> m_weights;
    std::vector<RelatedLayer> m_related;
    std::vector<FieldValues> m_fields;
};

/// Equal to the last bit, unknowns and bounds included.
[[nodiscard]] bool sameColumns(const MeasureColumn& a, const MeasureColumn& b);

} // namespace merestone::testing_support
