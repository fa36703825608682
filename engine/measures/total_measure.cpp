// SPDX-License-Identifier: MIT
#include "measures/factories.hpp"
#include "measures/options.hpp"

#include <cmath>

namespace merestone {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// `total`: count, area or a sum of numbers over every selected feature, wherever it lies; the same for each subject.
class TotalMeasure final : public Measure {
public:
    explicit TotalMeasure(MeasureRequest&& request) {
        const MeasureSpec& spec = request.spec;
        const std::string of = wordOption(spec, "of", "count");
        const Layer& layer = *request.target->layer;
        m_unit = unitOf(spec, of == "area" ? squareMetres() : of == "count" ? plainNumber() : request.weightUnit);
        m_method = "added up over the layer";
        const auto weight = [&](std::uint32_t row) {
            return of == "area" ? layer.areas()[row] / m_unit.factor : of == "count" ? 1.0 : (*request.weights)[row];
        };
        m_value = UncertainNumber::exact(0.0);
        for (const std::uint32_t row : request.target->rows) {
            const double w = weight(row);
            m_value.value += w; // an unknown member makes the total unknown
            m_value.certainLow += w;
        }
        m_value.certainHigh = m_value.value;
        for (const std::uint32_t row : request.target->maybe) {
            m_value.certainHigh += std::max(0.0, std::isnan(weight(row)) ? kInfinity : weight(row));
        }
        if (request.coverage.kind == Completeness::Kind::unknown || request.coverage.hasUnplaced) {
            m_value.certainHigh = kInfinity;
        }
    }

    MeasureColumn evaluate(const Layer&, std::span<const std::uint32_t> rows, const RunContext&) const override {
        MeasureColumn column;
        column.values.assign(rows.size(), m_value.value);
        column.certainLow.assign(rows.size(), m_value.certainLow);
        column.certainHigh.assign(rows.size(), m_value.certainHigh);
        return column;
    }
    Evidence evidence(const Layer&, std::uint32_t) const override { return {}; }

private:
    UncertainNumber m_value;
};

} // namespace

std::unique_ptr<Measure> makeTotalMeasure(MeasureRequest&& request) {
    return std::make_unique<TotalMeasure>(std::move(request));
}

} // namespace merestone
