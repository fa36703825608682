// SPDX-License-Identifier: MIT
#include "measures/factories.hpp"
#include "measures/options.hpp"

namespace merestone {

namespace {

/// A number that is the same for every subject: `people: 15000`.
class ConstantMeasure final : public Measure {
public:
    explicit ConstantMeasure(const MeasureSpec& spec) : m_value(numberOption(spec, "value").value_or(0.0)) {
        m_method = "given";
    }
    MeasureColumn evaluate(const Layer&, std::span<const std::uint32_t> rows, const RunContext&) const override {
        MeasureColumn column;
        column.values.assign(rows.size(), m_value);
        return column;
    }
    Evidence evidence(const Layer&, std::uint32_t) const override { return {}; }

private:
    double m_value;
};

} // namespace

std::unique_ptr<Measure> makeConstantMeasure(MeasureRequest&& request) {
    return std::make_unique<ConstantMeasure>(request.spec);
}

} // namespace merestone
