// SPDX-License-Identifier: MIT
#pragma once

#include "plan/measure_names.hpp"
#include "rules/message.hpp"
#include "rules/names.hpp"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace merestone {

/// A layer that an option of a measure names beside its target.
struct RelatedUse {
    std::string option;
    std::string layer;
};

/// A field of numbers that an option of a measure names.
struct FieldUse {
    std::string option;
    FieldOwner owner = FieldOwner::target;  ///< never `both`: that makes two of these
    std::string layer;                      ///< whose field it is
    std::shared_ptr<const NameTable> names; ///< of that layer
    std::shared_ptr<const Formula> formula; ///< the field alone
    double factor = 1.0;                    ///< to the coherent unit
};

/// A measure of a rule with its names resolved against the fields of its layers.
struct CompiledMeasure {
    MeasureSpec spec;                             ///< parameters in its options replaced by their values
    std::string key;                              ///< equal keys do equal work: such measures are computed once
    std::string targetLayer;                      ///< empty for measures of the subject and of pairs
    std::optional<Unit> unit;                     ///< as the rule's conditions see it
    std::shared_ptr<const NameTable> targetNames; ///< of `where` and `of`
    std::shared_ptr<const Condition> where;
    std::shared_ptr<const Formula> of;
    std::shared_ptr<const Condition> ofCondition; ///< of share_of_count
    std::string accessLayer;                      ///< `to: access_point`
    std::string belongsTo;
    std::vector<RelatedUse> related;
    std::vector<FieldUse> fields;
    std::vector<CompiledMeasure> inner;
    bool pair = false;
};

/// An exception that a rule allows for.
struct CompiledUnless {
    Condition when;
    MessageTemplate reason;
};

/// A rule with its names resolved against the fields of its layers. Immutable.
struct CompiledRule {
    const RuleSpec* spec = nullptr;
    std::string notRunReason; ///< not empty: it cannot run
    NameTable names;
    std::vector<CompiledMeasure> measures;
    std::optional<Condition> where;
    std::optional<Condition> require;
    std::vector<CompiledUnless> unless;
    MessageTemplate message;
    MessageTemplate advice;
    bool whereNeedsMeasures = false;
};

/// Which columns of which layers the rules look at.
using ColumnNeeds = std::map<std::string, std::set<std::string>>;

struct CompiledRules {
    std::vector<CompiledRule> rules; ///< in plan order
    ColumnNeeds columns;
};

/// The name of the layer that stands for the plan as a whole.
inline constexpr const char* kPlanLayer = "plan";
/// The name of the layer that holds the plan's policies, a row for each.
inline constexpr const char* kPoliciesLayer = "policies";

/// Resolves every rule of a plan against the fields of its layers; `schemas` holds the plan's layers and kPlanLayer.
/// Throws PlanError with every mistake.
[[nodiscard]] CompiledRules compileRules(const Plan& plan, const std::vector<const RuleSpec*>& rules,
                                         const std::map<std::string, LayerSchema>& schemas);

/// Columns, by layer, that the plan's layers name themselves: id, name, `where`.
void addLayerColumns(const Plan& plan, ColumnNeeds& needs);

} // namespace merestone
