// SPDX-License-Identifier: MIT
#include "measures/factories.hpp"
#include "measures/options.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace merestone {

namespace {

std::set<std::string> policyIds(const Plan& plan) {
    std::set<std::string> ids;
    for (const PolicySpec& policy : plan.policies) {
        if (!policy.isHeading) {
            ids.insert(policy.id);
        }
    }
    return ids;
}

/// `in_policies: self`, 1 when the subject's policy reference names a policy of the plan, else 0.
class InPoliciesMeasure final : public Measure {
public:
    explicit InPoliciesMeasure(const MeasureRequest& request)
        : m_ids(policyIds(*request.plan)), m_field(wordOption(request.spec, "of", "policy")) {
        m_method = "text of the field compared with the plan's policy ids";
    }

    MeasureColumn evaluate(const Layer& subjects, std::span<const std::uint32_t> rows,
                           const RunContext&) const override {
        const Column* column = subjects.column(m_field);
        MeasureColumn result;
        for (const std::uint32_t row : rows) {
            const bool known = column != nullptr && !column->isNull(row);
            result.values.push_back(known ? (m_ids.contains(column->text(row)) ? 1.0 : 0.0) : std::nan(""));
        }
        return result;
    }
    Evidence evidence(const Layer&, std::uint32_t) const override { return {}; }

private:
    std::set<std::string> m_ids;
    std::string m_field;
};

/// `policies_without_features: LAYER`: how many policies that say they are drawn on the layer have no feature there
/// whose policy reference names them.
class UndrawnPoliciesMeasure final : public Measure {
public:
    explicit UndrawnPoliciesMeasure(const MeasureRequest& request) {
        m_method = "policies' layers compared with the features' policy references";
        const Layer& layer = *request.target->layer;
        const Column* column = layer.column(wordOption(request.spec, "of", "policy"));
        std::set<std::string> drawn;
        for (const std::uint32_t row : request.target->rows) {
            if (column != nullptr && !column->isNull(row)) {
                drawn.insert(column->text(row));
            } else {
                m_mayBeDrawn += 1.0; // it may be the very feature that is missed
            }
        }
        for (const PolicySpec& policy : request.plan->policies) {
            const bool onLayer = std::any_of(policy.layers.begin(), policy.layers.end(),
                                             [&](const PlacedText& name) { return name.text == layer.name(); });
            m_count += onLayer && !drawn.contains(policy.id) ? 1.0 : 0.0;
        }
    }
    MeasureColumn evaluate(const Layer&, std::span<const std::uint32_t> rows, const RunContext&) const override {
        MeasureColumn result;
        result.values.assign(rows.size(), m_count);
        result.certainLow.assign(rows.size(), std::max(0.0, m_count - m_mayBeDrawn));
        result.certainHigh = result.values;
        return result;
    }
    Evidence evidence(const Layer&, std::uint32_t) const override { return {}; }

private:
    double m_count = 0.0;
    double m_mayBeDrawn = 0.0;
};

} // namespace

std::unique_ptr<Measure> makePolicyMeasure(MeasureRequest&& request) {
    if (request.spec.kind == "in_policies") {
        return std::make_unique<InPoliciesMeasure>(request);
    }
    return std::make_unique<UndrawnPoliciesMeasure>(request);
}

} // namespace merestone
