// SPDX-License-Identifier: MIT
#pragma once

#include "base/run_context.hpp"
#include "findings/finding.hpp"
#include "layers/layer.hpp"
#include "plan/plan.hpp"

#include <memory>
#include <string>
#include <vector>

namespace merestone {

enum class Scope { area, everything };

struct CheckOptions {
    Scope scope = Scope::area;
    std::vector<std::string> policies; ///< only these; empty: all
    std::vector<std::string> rules;    ///< only these; empty: all
    std::string today;                 ///< ISO date for waivers; empty: the system's date
    bool hashInputs = false;           ///< fill in sha256 of the inputs
    bool listAll = false;              ///< findings for passing and not applicable subjects too
    bool keepForUpdates = false;       ///< remember what update() needs; costs memory for the findings
    /// For maps: load every layer of the plan with every column, not only what the rules ask for. Reference layers that
    /// no rule names are read round the neighbourhood area. The findings are the same.
    bool loadEverything = false;
    /// MiB that the run shall keep to, if it can: layers that allow for it are then read and checked a tile at a time,
    /// with the same findings. 0: no limit. Not with keepForUpdates or loadEverything.
    std::size_t memoryMebibytes = 0;
    std::size_t mostFeaturesATile =
        0; ///< with a memory limit: tiles are cut until they hold no more; 0: as memory says
};

/// A changed feature of a layer of the plan.
struct FeatureChange {
    enum class Kind { added, modified, removed };
    Kind kind = Kind::modified;
    std::int64_t fid = 0;
    std::string wkb;                                         ///< new geometry, working CRS; empty keeps the old one
    std::vector<std::pair<std::string, std::string>> values; ///< new attribute values as text; empty text is null
};

/// What an update changed: rules that were evaluated anew, with all their findings. Rules that are not named stand as
/// they were. Waivers and findings about the data are in result() only.
struct RunDelta {
    std::vector<RuleResult> rules;
    std::vector<Finding> findings;     ///< of the features that were judged anew
    std::vector<std::string> goneKeys; ///< findings about them that no longer hold
};

/// Holds a plan and its loaded layers and evaluates rules. load() reads each source once; run() evaluates every
/// rule; update() changes features and re-evaluates only what they can reach. Not thread-safe itself (one owner);
/// it uses threads inside. Results never depend on their number.
class Checker {
public:
    explicit Checker(Plan plan, CheckOptions options = {});
    ~Checker();
    Checker(Checker&&) noexcept;
    Checker& operator=(Checker&&) noexcept;

    /// Opens and checks every layer and field that the rules name (all mistakes at once: PlanError; unreadable data:
    /// Error(input)), then reads the windows that matter.
    void load(const RunContext& context);
    /// Instead of load(): layers made elsewhere (scenes, tests, the viewer).
    void setLayers(std::vector<LayerPtr> layers);
    /// Evaluates every rule. Throws Error(cancelled) when stopped; a rule that fails to run is a result.
    [[nodiscard]] RunResult run(const RunContext& context);
    /// Applies changes to one layer, and to those that show a part of the same source by a `where`, re-evaluates what
    /// they can reach and tells what is different. Needs
    /// CheckOptions::keepForUpdates and a run() before. result() is then what a fresh run would give.
    RunDelta update(const std::string& layer, const std::vector<FeatureChange>& changes, const RunContext& context);
    /// Takes the same plan with other values in it: parameters of pack rules, facts, and whatever else is said in its
    /// rules. The rules that read what has changed, and no others, are evaluated anew on the layers as they are,
    /// drawings included; where a rule looks further than what was read, layers are read wider and everything is
    /// evaluated anew. Needs what update() needs. result() is then what a fresh run would give. Throws Error(usage)
    /// when the plan has other layers or other rules than before, PlanError for a rule that does not fit the layers,
    /// Error(cancelled) when stopped; whatever it throws, everything is then as before.
    RunDelta setPlan(Plan plan, const RunContext& context);
    /// Takes other waivers than those of the plan; result() then counts with them. Nothing is evaluated anew.
    void setWaivers(std::vector<WaiverSpec> waivers);
    /// The result as it stands after the last run() or update().
    [[nodiscard]] RunResult result() const;

    [[nodiscard]] const Plan& plan() const noexcept;
    [[nodiscard]] LayerPtr layer(std::string_view name) const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace merestone
