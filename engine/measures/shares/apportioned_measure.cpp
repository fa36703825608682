// SPDX-License-Identifier: MIT
#include "base/parallel.hpp"
#include "geometry/geos.hpp"
#include "geometry/kernels.hpp"
#include "geometry/wkb.hpp"
#include "measures/clearance.hpp"
#include "measures/factories.hpp"
#include "measures/inside_area.hpp"
#include "measures/options.hpp"
#include "measures/shares/population.hpp"

#include <algorithm>
#include <cmath>

namespace merestone {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kWhole = 1e-9; ///< relative: so near to the whole is the whole
constexpr std::size_t kMostEvidencePoints = 1000;

enum class By { place, length, area, people };

By byOption(const MeasureSpec& spec) {
    const std::string word = wordOption(spec, "by", "place");
    if (word == "length") {
        return By::length;
    }
    if (word == "area") {
        return By::area;
    }
    return word == "people" ? By::people : By::place;
}

const char* methodOf(By by) {
    switch (by) {
    case By::place:
        return "amounts by place: what lies inside counts";
    case By::length:
        return "amounts by the share of their length inside";
    case By::area:
        return "amounts by the share of their ground inside";
    case By::people:
        break;
    }
    return "amounts by the share of the people (addresses) of their ground inside";
}

/// The people that each address stands for.
struct Crowd {
    std::vector<Point> points;
    std::vector<double> people; ///< NaN: unknown
    BoxIndex index;
};

Crowd crowdOf(const MeasureRequest& request) {
    const Selection& addresses = *request.findRelated("addresses")->features;
    const RelatedLayer* areas = request.findRelated("output_areas");
    const std::shared_ptr<const std::vector<double>> people = request.findField("people");
    Crowd crowd;
    if (areas != nullptr && people) {
        const AddressesByArea byArea(*areas->features->layer, areas->features->rows, addresses);
        for (const std::uint32_t area : areas->features->rows) {
            const std::span<const Point> points = byArea.of(area);
            crowd.points.insert(crowd.points.end(), points.begin(), points.end());
            crowd.people.insert(crowd.people.end(), points.size(),
                                (*people)[area] / static_cast<double>(points.size()));
        }
    } else {
        for (const std::uint32_t row : addresses.rows) {
            crowd.points.push_back(addresses.layer->centroids()[row]);
        }
        crowd.people.assign(crowd.points.size(), 1.0);
    }
    std::vector<Box> boxes;
    for (const Point& p : crowd.points) {
        boxes.push_back({p.x, p.y, p.x, p.y});
    }
    crowd.index = BoxIndex(boxes);
    return crowd;
}

bool isAddressesKnown(const MeasureRequest& request) {
    for (const char* option : {"addresses", "output_areas"}) {
        const RelatedLayer* layer = request.findRelated(option);
        if (layer != nullptr &&
            (layer->coverage.kind != Completeness::Kind::everywhere || layer->coverage.hasUnplaced)) {
            return false;
        }
    }
    return true;
}

/// `apportioned`: the part of amounts (budget lines, each with a place, line or area) that falls to each subject.
class ApportionedMeasure final : public Measure {
public:
    explicit ApportionedMeasure(MeasureRequest&& request);

    MeasureColumn evaluate(const Layer& subjects, std::span<const std::uint32_t> rows,
                           const RunContext& context) const override;
    Evidence evidence(const Layer& subjects, std::uint32_t row) const override;

private:
    /// The share of a feature that lies in the shape; NaN when the feature has nothing to share it out by.
    [[nodiscard]] double share(const SubjectShape& shape, std::uint32_t feature) const;
    [[nodiscard]] double placeShare(const SubjectShape& shape, std::uint32_t feature) const;
    [[nodiscard]] double peopleShare(const SubjectShape& shape, std::uint32_t feature) const;
    [[nodiscard]] double sum(const SubjectShape& shape) const;
    [[nodiscard]] std::vector<std::uint32_t> near(const SubjectShape& shape) const;
    void widenByMissing(UncertainNumber& value, const Layer& subjects, std::uint32_t row,
                        const SubjectShape& shape) const;
    [[nodiscard]] static bool isMeasurable(const Layer& subjects, std::uint32_t row) {
        return subjects.usable(row) && subjects.geometry().shape(row) == Shape::polygon;
    }

    By m_by;
    TargetSet m_sure;
    TargetSet m_all; ///< with those that may be meant
    std::shared_ptr<const std::vector<double>> m_amounts;
    std::optional<Crowd> m_crowd;
    bool m_crowdIsKnown = true;
    bool m_hasNegative = false;
    double m_placeError = 0.0; ///< of what is shared out, or of the addresses that it is shared out by
    Clearance m_clearance;
};

SelectionPtr withMaybe(const SelectionPtr& selection) {
    const SelectionPtr wider = TargetSet(selection).withMaybe();
    return wider ? wider : selection;
}

ApportionedMeasure::ApportionedMeasure(MeasureRequest&& request)
    : m_by(byOption(request.spec)), m_sure(request.target), m_all(withMaybe(request.target)),
      m_amounts(request.weights), m_clearance(request.coverage) {
    if (m_by == By::people) {
        m_crowd = crowdOf(request);
        m_crowdIsKnown = isAddressesKnown(request);
        m_placeError = request.findRelated("addresses")->features->layer->accuracyMetres();
    }
    m_placeError = std::max(m_placeError, m_all.layer().accuracyMetres());
    m_reach = m_by == By::people ? kInfinity : 0.0;
    m_unit = unitOf(request.spec, request.weightUnit);
    m_method = methodOf(m_by);
    m_hasNegative = std::any_of(m_amounts->begin(), m_amounts->end(), [](double amount) { return amount < 0.0; });
    (void)m_all.layer().centroids();
    (void)m_all.layer().areas();
    (void)m_all.index();
}

double ApportionedMeasure::placeShare(const SubjectShape& shape, std::uint32_t feature) const {
    const PackedGeometry& geometry = m_all.geometry();
    if (geometry.shape(feature) != Shape::point) {
        return shape.holds(m_all.layer().centroids()[feature]) ? 1.0 : 0.0;
    }
    const std::span<const Point> points = geometry.points(feature);
    const auto inside = std::count_if(points.begin(), points.end(), [&](Point p) { return shape.holds(p); });
    return static_cast<double>(inside) / static_cast<double>(points.size());
}

double ApportionedMeasure::peopleShare(const SubjectShape& shape, std::uint32_t feature) const {
    double all = 0.0;
    double inside = 0.0;
    std::vector<std::uint32_t> addresses;
    m_crowd->index.query(m_all.layer().boxes()[feature], [&addresses](std::uint32_t address) {
        addresses.push_back(address);
        return true;
    });
    std::sort(addresses.begin(), addresses.end());
    for (const std::uint32_t address : addresses) {
        const Point p = m_crowd->points[address];
        if (holdsPoint(m_all.geometry(), feature, p)) {
            all += m_crowd->people[address];
            inside += shape.holds(p) ? m_crowd->people[address] : 0.0;
        }
    }
    return all != 0.0 ? inside / all : std::nan("");
}

double ApportionedMeasure::share(const SubjectShape& shape, std::uint32_t feature) const {
    const Shape drawn = m_all.geometry().shape(feature);
    switch (m_by) {
    case By::place:
        return placeShare(shape, feature);
    case By::length: {
        const double own = drawn == Shape::line ? length(m_all.geometry(), feature) : 0.0;
        const double inside = own > 0.0 ? shape.lengthInside(m_all.geometry(), feature) : std::nan("");
        return inside >= own * (1.0 - kWhole) ? 1.0 : inside / own;
    }
    case By::area:
    case By::people: {
        const double own = m_all.layer().areas()[feature];
        if (own <= 0.0) {
            return std::nan("");
        }
        const double inside = shape.sharedArea(m_all.geometry(), feature);
        if (inside >= own * (1.0 - kWhole) - kNoArea) {
            return 1.0;
        }
        if (inside <= kNoArea) {
            return 0.0;
        }
        return m_by == By::area ? inside / own : peopleShare(shape, feature);
    }
    }
    return std::nan("");
}

std::vector<std::uint32_t> ApportionedMeasure::near(const SubjectShape& shape) const {
    std::vector<std::uint32_t> features;
    m_all.index().query(shape.box, [&features](std::uint32_t feature) {
        features.push_back(feature);
        return true;
    });
    std::sort(features.begin(), features.end());
    return features;
}

double ApportionedMeasure::sum(const SubjectShape& shape) const {
    double total = 0.0;
    for (const std::uint32_t feature : near(shape)) {
        const double part = m_sure.holds(feature) ? share(shape, feature) : 0.0;
        if (part != 0.0) {
            total += part * (*m_amounts)[feature]; // what is unknown makes the sum unknown
        }
    }
    return total;
}

void ApportionedMeasure::widenByMissing(UncertainNumber& value, const Layer& subjects, std::uint32_t row,
                                        const SubjectShape& shape) const {
    value.certainLow = value.value;
    value.certainHigh = value.value;
    const auto add = [&value](double amount) { (amount < 0.0 ? value.certainLow : value.certainHigh) += amount; };
    for (const std::uint32_t feature : near(shape)) {
        const double part = share(shape, feature);
        const double amount = std::isnan((*m_amounts)[feature]) ? kInfinity : (*m_amounts)[feature];
        const bool isOpen = !m_crowdIsKnown && part != 1.0 && part != 0.0;
        if (isOpen || std::isnan(part)) { // anything from nothing to all of it
            const double known = std::isnan(part) || !m_sure.holds(feature) ? 0.0 : part;
            add((1.0 - known) * amount);
            add(known != 0.0 ? -known * amount : 0.0);
        } else if (!m_sure.holds(feature) && part > 0.0) {
            add(part * amount);
        }
    }
    if (m_clearance.around(subjects.geometry(), row) <= 0.0) {
        value.certainHigh = kInfinity;
        value.certainLow = m_hasNegative ? -kInfinity : value.certainLow;
    }
}

MeasureColumn ApportionedMeasure::evaluate(const Layer& subjects, std::span<const std::uint32_t> rows,
                                           const RunContext& context) const {
    MeasureColumn column;
    column.values.assign(rows.size(), std::nan(""));
    for (std::vector<double>* bound : {&column.low, &column.high, &column.certainLow, &column.certainHigh}) {
        *bound = column.values;
    }
    const double error = std::hypot(subjects.accuracyMetres(), m_placeError);
    parallelFor(rows.size(), 1, context, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            if (!isMeasurable(subjects, rows[i])) {
                continue;
            }
            const SubjectShape shape = shapeOf(subjects, rows[i]);
            UncertainNumber value = UncertainNumber::exact(sum(shape));
            if (error > 0.0) {
                const double fewer = sum(movedShape(subjects, rows[i], -error));
                const double more = sum(movedShape(subjects, rows[i], error));
                value.low = std::fmin(value.value, std::fmin(fewer, more));
                value.high = std::fmax(value.value, std::fmax(fewer, more));
            }
            widenByMissing(value, subjects, rows[i], shape);
            column.values[i] = value.value;
            column.low[i] = value.low;
            column.high[i] = value.high;
            column.certainLow[i] = value.certainLow;
            column.certainHigh[i] = value.certainHigh;
        }
    });
    return column;
}

Evidence ApportionedMeasure::evidence(const Layer& subjects, std::uint32_t row) const {
    if (!isMeasurable(subjects, row)) {
        return {};
    }
    const SubjectShape shape = shapeOf(subjects, row);
    std::vector<std::uint32_t> members;
    std::vector<Point> points;
    for (const std::uint32_t feature : near(shape)) {
        if (m_sure.holds(feature) && share(shape, feature) > 0.0) {
            members.push_back(feature);
            if (points.size() < kMostEvidencePoints) {
                points.push_back(m_all.layer().centroids()[feature]);
            }
        }
    }
    if (members.empty()) {
        return {};
    }
    Evidence result;
    if (members.size() == 1) {
        result.otherLayer = &m_all.layer();
        result.otherRow = members.front();
    }
    if (m_by == By::place) {
        result.wkb = points.size() == 1 ? wkbPoint(points.front()) : wkbMultiPoint(points);
    } else {
        const GeosGeometry all = unionOf(m_all.geometry(), members);
        result.wkb = toWkb(*intersection(*toGeos(subjects.geometry(), row), *all));
    }
    return result;
}

} // namespace

std::unique_ptr<Measure> makeApportionedMeasure(MeasureRequest&& request) {
    const std::string where = request.spec.place.text() + ": apportioned ";
    if (!request.weights) {
        throw Error(ErrorCode::plan, where + "needs 'of': the field or formula of the amount");
    }
    if (byOption(request.spec) == By::people && request.findRelated("addresses") == nullptr) {
        throw Error(ErrorCode::plan, where + "'by: people' needs 'addresses': the layer of homes");
    }
    if ((request.findRelated("output_areas") != nullptr) != (request.findField("people") != nullptr)) {
        throw Error(ErrorCode::plan, where + "needs 'output_areas' and 'people' together or neither");
    }
    return std::make_unique<ApportionedMeasure>(std::move(request));
}

} // namespace merestone
