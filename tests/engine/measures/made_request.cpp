// SPDX-License-Identifier: MIT
#include "engine/measures/made_request.hpp"

#include "geometry/geos.hpp"
#include "geometry/wkb.hpp"

#include <cmath>
#include <numeric>

namespace merestone::testing_support {

LayerPtr layerOf(const std::vector<std::string>& wkt, double accuracyMetres) {
    PackedGeometry geometry;
    Column ids;
    ids.name = "id";
    std::vector<std::int64_t> fids;
    for (const std::string& text : wkt) {
        if (text.empty()) {
            geometry.endFeature(Shape::none);
        } else {
            appendGeos(geometry, *fromWkt(text));
        }
        ids.codes.push_back(static_cast<std::uint32_t>(ids.dictionary.size()));
        ids.dictionary.push_back("F" + std::to_string(ids.dictionary.size()));
        fids.push_back(static_cast<std::int64_t>(fids.size()) + 1);
    }
    ValidityReport validity = checkValidity(geometry, InvalidPolicy::repair, RunContext{});
    LayerInfo info;
    info.crs = "EPSG:27700";
    info.statedAccuracyMetres = accuracyMetres;
    return std::make_shared<Layer>("made", info, std::move(geometry), std::vector<Column>{ids}, std::move(fids),
                                   std::move(validity), "id", "");
}

Coverage complete() {
    Coverage coverage;
    coverage.kind = Completeness::Kind::everywhere;
    return coverage;
}

Coverage notComplete() {
    return {};
}

Coverage completeWithin(const LayerPtr& area) {
    Coverage coverage;
    coverage.kind = Completeness::Kind::within;
    coverage.area = area;
    return coverage;
}

SelectionPtr all(const LayerPtr& layer) {
    auto selection = std::make_shared<Selection>();
    selection->layer = layer;
    for (std::uint32_t row = 0; row < layer->size(); ++row) {
        if (layer->usable(row)) {
            selection->rows.push_back(row);
        } else {
            selection->hasUnplaced = true;
        }
    }
    return selection;
}

SelectionPtr some(const LayerPtr& layer, std::vector<std::uint32_t> rows, std::vector<std::uint32_t> maybe) {
    auto selection = std::make_shared<Selection>();
    selection->layer = layer;
    selection->rows = std::move(rows);
    selection->maybe = std::move(maybe);
    return selection;
}

MadeRequest::MadeRequest(std::string kind, LayerPtr subjects, SelectionPtr target)
    : m_subjects(std::move(subjects)), m_target(std::move(target)) {
    m_spec.kind = std::move(kind);
    m_spec.name = "made";
    m_spec.target = "made";
}

MadeRequest& MadeRequest::option(const std::string& name, double value, const Unit& unit) {
    m_spec.options.push_back({name, Quantity{value, unit}, {}});
    return *this;
}

MadeRequest& MadeRequest::metres(const std::string& name, double value) {
    return option(name, value, {Dimension{.metres = 1}, 1.0, "m"});
}

MadeRequest& MadeRequest::word(const std::string& name, const std::string& value) {
    m_spec.options.push_back({name, value, {}});
    return *this;
}

MadeRequest& MadeRequest::flag(const std::string& name, bool value) {
    m_spec.options.push_back({name, value, {}});
    return *this;
}

MadeRequest& MadeRequest::related(const std::string& option, const LayerPtr& layer, const Coverage& coverage) {
    m_related.push_back({option, all(layer), coverage});
    m_related.back().coverage.hasUnplaced = m_related.back().features->hasUnplaced;
    m_spec.options.push_back({option, std::string("made"), {}});
    return *this;
}

MadeRequest& MadeRequest::field(const std::string& option, std::vector<double> values, bool ofSubjects) {
    m_fields.push_back({option, ofSubjects, std::make_shared<const std::vector<double>>(std::move(values))});
    m_spec.options.push_back({option, std::string("made"), {}});
    return *this;
}

MadeRequest& MadeRequest::weights(std::vector<double> values) {
    m_weights = std::make_shared<const std::vector<double>>(std::move(values));
    return *this;
}

MadeRequest& MadeRequest::coverage(const Coverage& coverage) {
    m_coverage = coverage;
    return *this;
}

MadeRequest& MadeRequest::access(const SelectionPtr& points) {
    m_access = points;
    return word("to", "access_point");
}

MeasureRequest MadeRequest::request() const {
    MeasureRequest request;
    request.spec = m_spec;
    request.subjects = m_subjects;
    request.target = m_target;
    request.access = m_access;
    request.coverage = m_coverage;
    request.coverage.hasUnplaced = m_target && m_target->hasUnplaced;
    request.weights = m_weights;
    request.related = m_related;
    request.fields = m_fields;
    return request;
}

std::unique_ptr<Measure> MadeRequest::make() const {
    return makeMeasure(request());
}

MeasureColumn MadeRequest::values(unsigned threads) const {
    MeasureRequest made = request();
    made.context.threads = threads;
    const RunContext context = made.context;
    std::vector<std::uint32_t> rows(m_subjects->size());
    std::iota(rows.begin(), rows.end(), 0U);
    return makeMeasure(std::move(made))->evaluate(*m_subjects, rows, context);
}

std::string MadeRequest::evidence(std::uint32_t row) const {
    return wkbToWkt(make()->evidence(*m_subjects, row).wkb, 3);
}

bool sameColumns(const MeasureColumn& a, const MeasureColumn& b) {
    const auto same = [](const std::vector<double>& x, const std::vector<double>& y) {
        return std::equal(x.begin(), x.end(), y.begin(), y.end(),
                          [](double p, double q) { return p == q || (std::isnan(p) && std::isnan(q)); });
    };
    return same(a.values, b.values) && same(a.low, b.low) && same(a.high, b.high) && same(a.certainLow, b.certainLow) &&
           same(a.certainHigh, b.certainHigh);
}

} // namespace merestone::testing_support
