// SPDX-License-Identifier: MIT
#include "rules/scene_mutation.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "plan/read_plan.hpp"
#include "rules/rule_mutants.hpp"
#include "rules/scene_files.hpp"
#include "rules/scene_run.hpp"

#include <algorithm>
#include <map>
#include <memory>

namespace merestone {

namespace {

/// A case that holds as it is, with all that stays the same when the rule changes.
struct ReadyCase {
    std::shared_ptr<const SceneFile> file;
    const SceneCase* scene = nullptr;
    std::string planText;
    std::vector<LayerPtr> layers;
    std::vector<RuleSetting> settings;

    /// Whether the value of the parameter is the one that a change of the default reaches.
    [[nodiscard]] bool sees(const std::string& parameter) const {
        return parameter.empty() || std::any_of(settings.begin(), settings.end(), [&](const RuleSetting& setting) {
                   return setting.parameter == parameter &&
                          (setting.used.level == "default" || setting.used.level == "national");
               });
    }
};

const ParameterValue& defaultOf(const PackRule& rule, const std::string& name) {
    for (const PackParameter& parameter : rule.parameters) {
        if (parameter.name == name && parameter.defaultValue) {
            return *parameter.defaultValue;
        }
    }
    throw Error(ErrorCode::internal, "rule '" + rule.rule.id + "' has no default for '" + name + "'");
}

/// `value` moved as far as a default was; what is no number becomes the changed default.
ParameterValue shiftedValue(const ParameterValue& value, const ParameterValue& before, const ParameterValue& after) {
    const auto* quantity = std::get_if<Quantity>(&value);
    const auto* from = std::get_if<Quantity>(&before);
    const auto* to = std::get_if<Quantity>(&after);
    if (quantity == nullptr || from == nullptr || to == nullptr) {
        return after;
    }
    return Quantity{quantity->value + convert(to->value - from->value, to->unit, quantity->unit), quantity->unit};
}

class Mutation {
public:
    Mutation(const std::vector<Pack>& packs, const std::vector<Standards>& standards, const RunContext& context,
             const std::vector<EquivalentChange>& equivalent)
        : m_packs(packs), m_standards(standards), m_context(context), m_listed(equivalent.begin(), equivalent.end()) {}

    void addFile(const ScenePath& path) {
        try {
            std::optional<SceneFile> read = readScenes(path);
            if (!read) {
                return;
            }
            const auto file = std::make_shared<const SceneFile>(std::move(*read));
            for (const SceneCase& scene : file->cases) {
                m_context.throwIfStopped();
                addCase(file, scene);
            }
        } catch (const PlanError& error) {
            for (const PlanProblem& problem : error.problems()) {
                m_report.problems.push_back(problem.place.text() + ": " + problem.message);
            }
        }
    }

    MutationReport run() {
        std::size_t done = 0;
        for (Pack& pack : m_packs) {
            for (PackRule& rule : pack.rules) {
                const auto cases = m_cases.find(pack.id + "/" + rule.rule.id);
                if (cases != m_cases.end()) {
                    m_context.report("changing " + cases->first,
                                     static_cast<double>(done++) / static_cast<double>(m_cases.size()));
                    mutate(cases->first, rule, cases->second);
                }
            }
        }
        judgeList();
        return std::move(m_report);
    }

private:
    void addCase(const std::shared_ptr<const SceneFile>& file, const SceneCase& scene) {
        const std::string where = scene.place.text() + ": case '" + printable(scene.name) + "'";
        try {
            SceneWorld world = makeSceneWorld(*file, scene, m_packs, m_standards, m_context);
            ReadyCase ready{file, &scene, scenePlanText(*file, scene), world.layers, {}};
            const RuleSpec rule = world.plan.policies.back().rules.front();
            ready.settings = rule.settings;
            const RunResult run = runScene(std::move(world.plan), std::move(world.layers), m_context);
            if (compareScene(scene, rule, run).differences.empty()) {
                m_cases[file->rule.text].push_back(std::move(ready));
                return;
            }
            m_report.problems.push_back(where + " does not hold as it is; see merestone rules test");
        } catch (const Error& error) {
            if (error.code() == ErrorCode::cancelled) {
                throw;
            }
            m_report.problems.push_back(where + " cannot be run; see merestone rules test");
        }
    }

    void mutate(const std::string& name, PackRule& rule, std::vector<ReadyCase>& cases) {
        ++m_report.rules;
        const PackRule original = rule;
        for (const RuleMutant& mutant : mutantsOf(original)) {
            m_context.throwIfStopped();
            ++m_report.mutants;
            mutant.apply(rule);
            const std::vector<Standards> shifted = shiftedStandards(name, rule, original, mutant);
            const auto noticing = std::find_if(cases.begin(), cases.end(), [&](const ReadyCase& ready) {
                return ready.sees(mutant.parameter) && notices(ready, shifted);
            });
            ListedChange* listed = listedChange(name, mutant.what);
            if (listed != nullptr) {
                listed->isThere = true;
                listed->isNoticed = noticing != cases.end();
            }
            if (noticing == cases.end() && listed != nullptr) {
                ++m_report.equivalent;
            } else if (noticing == cases.end()) {
                m_report.survivors.push_back(mutant.place.text() + ": rule '" + name + "': no scene notices " +
                                             mutant.what);
            } else {
                std::rotate(cases.begin(), noticing, noticing + 1); // a sharp scene is often sharp again
            }
            rule = original;
        }
    }

    struct ListedChange {
        explicit ListedChange(const EquivalentChange& change) : entry(&change) {}
        const EquivalentChange* entry;
        bool isThere = false;
        bool isNoticed = false;
    };

    [[nodiscard]] ListedChange* listedChange(const std::string& rule, const std::string& what) {
        const auto found = std::find_if(m_listed.begin(), m_listed.end(), [&](const ListedChange& listed) {
            return listed.entry->rule == rule && listed.entry->change == what;
        });
        return found == m_listed.end() ? nullptr : &*found;
    }

    [[nodiscard]] bool isKnown(const std::string& rule) const {
        return std::any_of(m_packs.begin(), m_packs.end(), [&](const Pack& pack) {
            return std::any_of(pack.rules.begin(), pack.rules.end(),
                               [&](const PackRule& known) { return pack.id + "/" + known.rule.id == rule; });
        });
    }

    /// Entries of the list that are out of date. What the scenes of other files are about is left alone.
    void judgeList() {
        for (const ListedChange& listed : m_listed) {
            const EquivalentChange& entry = *listed.entry;
            const std::string where = entry.place.text() + ": rule '" + printable(entry.rule) + "'";
            if (!isKnown(entry.rule)) {
                m_report.problems.push_back(where + ": no pack has such a rule; take the change off the list");
            } else if (m_cases.contains(entry.rule) && !listed.isThere) {
                m_report.problems.push_back(where + ": there is no change '" + printable(entry.change) +
                                            "'; correct it, or take it off the list");
            } else if (listed.isNoticed) {
                m_report.problems.push_back(where + ": a scene notices that " + printable(entry.change) +
                                            "; take the change off the list");
            }
        }
    }

    /// National values of a parameter move with its default, or they would hide the change.
    [[nodiscard]] std::vector<Standards> shiftedStandards(const std::string& name, const PackRule& rule,
                                                          const PackRule& original, const RuleMutant& mutant) const {
        std::vector<Standards> shifted = m_standards;
        for (Standards& standards : shifted) {
            for (StandardsValue& value : standards.values) {
                if (standards.level == StandardsLevel::national && value.rule == name &&
                    value.parameter == mutant.parameter) {
                    value.value = shiftedValue(value.value, defaultOf(original, mutant.parameter),
                                               defaultOf(rule, mutant.parameter));
                }
            }
        }
        return shifted;
    }

    [[nodiscard]] bool notices(const ReadyCase& ready, const std::vector<Standards>& standards) const {
        try {
            PlanOptions options;
            options.standards = &standards;
            Plan plan = parsePlan(ready.planText, ready.file->file, m_packs, options);
            const RuleSpec rule = plan.policies.back().rules.front();
            const RunResult run = runScene(std::move(plan), ready.layers, m_context);
            return !compareScene(*ready.scene, rule, run).differences.empty();
        } catch (const Error& error) {
            if (error.code() == ErrorCode::cancelled) {
                throw;
            }
            return true; // such a rule cannot even be run
        }
    }

    std::vector<Pack> m_packs;
    const std::vector<Standards>& m_standards;
    const RunContext& m_context;
    std::vector<ListedChange> m_listed;
    std::map<std::string, std::vector<ReadyCase>> m_cases; ///< by rule, as "pack/rule"
    MutationReport m_report;
};

} // namespace

MutationReport mutateRules(const std::vector<std::filesystem::path>& filesOrFolders, const std::vector<Pack>& packs,
                           const std::vector<Standards>& standards, const RunContext& context,
                           const std::vector<EquivalentChange>& equivalent) {
    Mutation mutation(packs, standards, context, equivalent);
    for (const ScenePath& path : findSceneFiles(filesOrFolders)) {
        mutation.addFile(path);
    }
    return mutation.run();
}

} // namespace merestone
