// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.hpp"
#include "base/unit.hpp"
#include "findings/finding.hpp"
#include "plan/phrases.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace merestone {

/// A text of the plan file with the place where it stands.
struct PlacedText {
    std::string text;
    Place place;
    [[nodiscard]] bool empty() const noexcept { return text.empty(); }
};

/// Where a layer holds everything there is of its kind.
struct Completeness {
    enum class Kind { unknown, everywhere, within };
    Kind kind = Kind::unknown;
    std::string coverageLayer; ///< for `within`: name of the layer whose polygons are covered
};

/// `layers: NAME: {…}`.
struct LayerSpec {
    std::string name;
    Place place;
    PlacedText source;
    std::string layer;
    PlacedText where;
    std::string role; ///< "neighbourhood_area", "site_allocation", "local_green_space", …; see isPlanRole
    PlacedText id;
    PlacedText nameField; ///< key `name`
    PlacedText x, y, wkt; ///< columns that hold the geometry of a table
    double accuracyMetres = 0.0;
    Completeness complete;
    std::string crs;
    std::string encoding;
    bool leaveOutInvalid = false;                    ///< `invalid: leave_out`
    std::vector<std::pair<std::string, Unit>> units; ///< `units: {height: m}`
    std::string title;                               ///< for legends and reports; empty: the name
    std::string licence;                             ///< whose data it is and on what terms
};

/// Layers drawn by the plan itself: read whole, never windowed; the rest are reference layers.
[[nodiscard]] bool isPlanRole(std::string_view role) noexcept;
[[nodiscard]] const std::vector<std::string>& knownRoles();

/// The value of a measure's option or of a rule's parameter. Options that name a parameter or fact hold its value.
using ParameterValue = std::variant<Quantity, std::string, bool>; ///< quantity (also a bare number), text, yes/no
/// As people read it: "2 ha per 1000 people", "yes", "use = 'housing'".
[[nodiscard]] std::string readableValue(const ParameterValue& value);
struct Parameter {
    std::string name;
    ParameterValue value;
    Place place;
};

/// `NAME: {KIND: TARGET, where: …, unit: …, option: value …}`.
struct MeasureSpec {
    std::string name;
    Place place;
    std::string kind;
    std::string target;             ///< layer name, "self" or "other"
    PlacedText where;               ///< condition on the target's features
    std::optional<Unit> unit;       ///< to print and compare in; the measure's own unit when absent
    std::vector<Parameter> options; ///< radius, from, to, of, count_self …
    std::vector<MeasureSpec> inner; ///< nested measures by name: `value:` and `per:` of balance, `people:` of per_head
};

/// A claimed exception: when the requirement fails and `when` holds, the verdict is needs_judgement with the reason.
struct UnlessSpec {
    PlacedText when;
    PlacedText reason; ///< message template; an empty outcome leaves the failure a failure
};

struct RuleSpec {
    std::string id;
    std::string policy; ///< id of the policy it stands under
    Place place;
    std::string title;
    std::string explanation;
    std::string subjects;                  ///< `for:` layer name, or "plan"
    std::string against;                   ///< layer name or "self"; empty: no pairs
    std::optional<Quantity> againstWithin; ///< pairs up to this distance apart; without it pairs whose boxes meet
    PlacedText where;
    std::vector<MeasureSpec> measures;
    PlacedText require;
    bool judgement = false; ///< `judgement: true`: only a person can decide; figures are given
    Severity severity = Severity::must;
    RuleSource source;
    PlacedText message; ///< for the failing subject; {name}, {measure:.2f}, {measure} with its unit
    PlacedText advice;  ///< what would make it pass
    std::vector<UnlessSpec> unless;
    std::vector<PlacedText> needs;      ///< ids of rules without which this one means nothing
    std::string effectiveFrom;          ///< ISO date; compared with plan.submitted
    std::string effectiveTo;            ///< last day it applies
    std::vector<Parameter> parameters;  ///< of a pack rule, after `with:`
    std::vector<PlacedText> givenNames; ///< in `with:` of the plan: fields, and names in conditions
    std::string pack;                   ///< "open-space" when the rule came from a pack
    std::string packRule;               ///< "access": its id within that pack
    std::vector<std::string> packNeeds; ///< what the pack's `needs` names, "pack/rule"; those in use are in `needs`
    std::string resident;               ///< one sentence for residents
    std::vector<std::string> catalogue; ///< ids of the rule catalogue: "C10"
    std::string notRunReason;           ///< not empty: why the rule cannot run at all ("needs a layer for 'stations'")
    std::string notApplicableReason;    ///< not empty: it belongs to another version of national policy
    std::vector<RuleSetting> settings;  ///< of a pack rule: whose value each parameter has
};

struct PolicySpec {
    std::string id;
    std::string title;
    std::string text;
    Place place;
    std::vector<PlacedText> layers; ///< what the policy is drawn on
    std::vector<RuleSpec> rules;    ///< pack rules expanded
    std::string foundAt;            ///< where its text stands, for people: "plan.pdf, page 12"; empty: the plan file
    bool isHeading = false;         ///< holds rules only; it is no policy of the plan
};

struct WaiverSpec {
    std::string rule;
    std::string subject; ///< id of the subject feature; empty: every subject of the rule
    std::string reason;
    std::string by;
    std::string until; ///< ISO date, last day; empty: for good
    Place place;
};

/// A file of rules or of standards.
struct RuleFile {
    std::string id;
    std::string version; ///< as the file states it
    std::filesystem::path file;
};

struct Plan {
    std::filesystem::path file;
    std::filesystem::path directory; ///< sources are relative to it
    int formatVersion = 1;
    PlanSummary summary;
    bool synthetic = false; ///< `synthetic: true`: the plan and its data are made up, and reports say so
    std::string crs = "EPSG:27700";
    std::vector<LayerSpec> layers;
    std::vector<PolicySpec> policies;
    std::vector<WaiverSpec> waivers;
    std::vector<std::pair<std::string, ParameterValue>> facts; ///< `plan: facts:` numbers for rules over the plan
    std::shared_ptr<const PackTexts> texts; ///< phrases and registers of the packs it was read with; may be null
    std::vector<PlacedText> standards;      ///< `plan: standards:` ids; later ones override earlier ones
    std::vector<RuleFile> ruleFiles;        ///< packs of its rules and standards that they are checked by, by id

    [[nodiscard]] const LayerSpec* findLayer(std::string_view name) const noexcept;
};

/// One mistake in a plan or pack file.
struct PlanProblem {
    Place place;
    std::string message; ///< one line, with the remedy
};

/// Thrown with every mistake found, not only the first. what() is all of them, a line each.
class PlanError : public Error {
public:
    explicit PlanError(std::vector<PlanProblem> problems);
    ~PlanError() override;
    [[nodiscard]] const std::vector<PlanProblem>& problems() const noexcept { return m_problems; }

private:
    std::vector<PlanProblem> m_problems;
};

} // namespace merestone
