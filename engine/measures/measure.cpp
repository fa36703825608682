// SPDX-License-Identifier: MIT
#include "measures/measure.hpp"

#include "measures/factories.hpp"
#include "measures/guarded_measure.hpp"
#include "measures/measure_registry.hpp"

#include <algorithm>
#include <array>

namespace merestone {

UncertainNumber MeasureColumn::at(std::size_t i) const {
    const double value = values[i];
    return {value, low.empty() ? value : low[i], high.empty() ? value : high[i],
            certainLow.empty() ? value : certainLow[i], certainHigh.empty() ? value : certainHigh[i]};
}

UncertainNumber Measure::pairValue(const Layer&, std::uint32_t, const Layer&, std::uint32_t) const {
    throw Error(ErrorCode::plan, "this measure cannot be used with 'other'");
}

Evidence Measure::pairEvidence(const Layer&, std::uint32_t, const Layer&, std::uint32_t) const {
    return {};
}

const RelatedLayer* MeasureRequest::findRelated(std::string_view option) const noexcept {
    const auto found = std::find_if(related.begin(), related.end(),
                                    [option](const RelatedLayer& layer) { return layer.option == option; });
    return found == related.end() ? nullptr : &*found;
}

std::shared_ptr<const std::vector<double>> MeasureRequest::findField(std::string_view option,
                                                                     bool ofSubjects) const noexcept {
    for (const FieldValues& field : fields) {
        if (field.option == option && field.ofSubjects == ofSubjects) {
            return field.values;
        }
    }
    return nullptr;
}

std::unique_ptr<Measure> makeMeasure(MeasureRequest request) {
    using Factory = std::unique_ptr<Measure> (*)(MeasureRequest &&);
    struct Entry {
        std::string_view kind;
        Factory make;
    };
    static constexpr std::array kFactories{
        Entry{"area", makeShapeMeasure},
        Entry{"length", makeShapeMeasure},
        Entry{"width", makeShapeMeasure},
        Entry{"compactness", makeShapeMeasure},
        Entry{"parts", makeShapeMeasure},
        Entry{"vertices", makeShapeMeasure},
        Entry{"valid", makeShapeMeasure},
        Entry{"duplicate_points", makeShapeMeasure},
        Entry{"inscribed_rectangle", makeInscribedRectangle},
        Entry{"area_within", makeOverlapMeasure},
        Entry{"share_within", makeOverlapMeasure},
        Entry{"area_outside", makeOverlapMeasure},
        Entry{"overlap_area", makeOverlapMeasure},
        Entry{"gaps", makeCoverageMeasure},
        Entry{"overlaps", makeCoverageMeasure},
        Entry{"symmetric_difference", makeCoverageMeasure},
        Entry{"hausdorff", makeCoverageMeasure},
        Entry{"length_outside", makeCoverageMeasure},
        Entry{"distance", makeDistanceMeasure},
        Entry{"nearest", makeDistanceMeasure},
        Entry{"network_distance", makeNetworkMeasure},
        Entry{"count_within", makeCountMeasure},
        Entry{"sum_within", makeCountMeasure},
        Entry{"share_of_count", makeCountMeasure},
        Entry{"people_within", makePeopleMeasure},
        Entry{"apportioned", makeApportionedMeasure},
        Entry{"street_run", makeStreetMeasure},
        Entry{"street_neighbours", makeStreetMeasure},
        Entry{"boundary_along", makeAlongMeasure},
        Entry{"drift", makeDriftMeasure},
        Entry{"component", makeComponentMeasure},
        Entry{"visibility", makeVisibilityMeasure},
        Entry{"facing_distance", makeFacingMeasure},
        Entry{"neighbours", makeAdjacencyMeasure},
        Entry{"run_length", makeAdjacencyMeasure},
        Entry{"total", makeTotalMeasure},
        Entry{"per_head", makePerHeadMeasure},
        Entry{"balance", makeBalanceMeasure},
        Entry{"in_policies", makePolicyMeasure},
        Entry{"policies_without_features", makePolicyMeasure},
        Entry{"mentions", makeTextMeasure},
        Entry{"unknown_references", makeTextMeasure},
        Entry{"years_outside_period", makeTextMeasure},
        Entry{"constant", makeConstantMeasure},
    };
    for (const Entry& entry : kFactories) {
        if (entry.kind == request.spec.kind) {
            return entry.make(std::move(request));
        }
    }
    if (std::optional<AddedMeasureKind> added = findAddedMeasureKind(request.spec.kind)) {
        return makeGuardedMeasure(*added, std::move(request));
    }
    throw Error(ErrorCode::plan, request.spec.place.text() + ": there is no measure '" + request.spec.kind + "'");
}

} // namespace merestone
