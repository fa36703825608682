// SPDX-License-Identifier: MIT
#include "rules/scene_runner.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "rules/scene_files.hpp"
#include "rules/scene_run.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace merestone {

namespace {

/// Verdicts that the cases of each rule expect.
using Coverage = std::map<std::string, std::set<Verdict>>;

class SceneRun {
public:
    SceneRun(const std::vector<Pack>& packs, const std::vector<Standards>& standards, const RunContext& context)
        : m_packs(packs), m_standards(standards), m_context(context) {}

    void runFile(const ScenePath& path) {
        try {
            const std::optional<SceneFile> scenes = readScenes(path);
            if (!scenes) {
                return;
            }
            for (const SceneCase& scene : scenes->cases) {
                m_context.throwIfStopped();
                runCase(*scenes, scene);
            }
        } catch (const PlanError& error) {
            ++m_report.failures;
            for (const PlanProblem& problem : error.problems()) {
                m_report.lines.push_back(problem.place.text() + ": " + problem.message);
            }
        }
    }

    /// Every rule of a pack in one of the folders needs its three kinds of case.
    void checkCoverage(const std::vector<std::filesystem::path>& folders) {
        for (const Pack& pack : m_packs) {
            const bool given = std::any_of(folders.begin(), folders.end(), [&](const std::filesystem::path& folder) {
                return isInside(pack.file, folder);
            });
            for (const PackRule& rule : pack.rules) {
                if (given) {
                    checkRule(pack, rule.rule);
                }
            }
        }
    }

    SceneReport take() { return std::move(m_report); }

private:
    static bool isInside(const std::filesystem::path& file, const std::filesystem::path& folder) {
        const std::filesystem::path way =
            std::filesystem::weakly_canonical(file).lexically_relative(std::filesystem::weakly_canonical(folder));
        return !way.empty() && *way.begin() != "..";
    }

    void checkRule(const Pack& pack, const RuleSpec& rule) {
        const std::set<Verdict>& shown = m_coverage[pack.id + "/" + rule.id];
        const bool alwaysPerson = rule.require.empty();
        const std::vector<Verdict> wanted =
            alwaysPerson ? std::vector{Verdict::needsJudgement}
                         : std::vector{Verdict::pass, rule.judgement ? Verdict::needsJudgement : Verdict::fail,
                                       Verdict::cannotTell};
        for (const Verdict verdict : wanted) {
            if (!shown.contains(verdict)) {
                ++m_report.failures;
                m_report.lines.push_back(rule.place.text() + ": rule '" + pack.id + "/" + rule.id +
                                         "' has no scene that expects " + std::string(verdictName(verdict)));
            }
        }
    }

    void runCase(const SceneFile& scenes, const SceneCase& scene) {
        ++m_report.cases;
        const std::size_t before = m_report.lines.size();
        try {
            SceneWorld world = makeSceneWorld(scenes, scene, m_packs, m_standards, m_context);
            const RuleSpec rule = world.plan.policies.back().rules.front();
            const RunResult run = runScene(std::move(world.plan), std::move(world.layers), m_context);
            const SceneComparison comparison = compareScene(scene, rule, run);
            m_coverage[scenes.rule.text].insert(comparison.shown.begin(), comparison.shown.end());
            for (const SceneDifference& difference : comparison.differences) {
                differ(difference.place, scene, difference.subject, difference.what);
            }
        } catch (const PlanError& error) {
            for (const PlanProblem& problem : error.problems()) {
                differ(scene.place, scene, {}, problem.message);
            }
        } catch (const Error& error) {
            if (error.code() == ErrorCode::cancelled) {
                throw;
            }
            differ(scene.place, scene, {}, error.what());
        }
        m_report.failures += m_report.lines.size() > before ? 1 : 0;
    }

    void differ(const Place& place, const SceneCase& scene, const std::string& subject, const std::string& what) {
        m_report.lines.push_back(place.text() + ": case '" + printable(scene.name) + "'" +
                                 (subject.empty() ? "" : ", " + printable(subject)) + ": " + what);
    }

    const std::vector<Pack>& m_packs;
    const std::vector<Standards>& m_standards;
    const RunContext& m_context;
    Coverage m_coverage;
    SceneReport m_report;
};

} // namespace

SceneReport runScenes(const std::vector<std::filesystem::path>& filesOrFolders, const std::vector<Pack>& packs,
                      const std::vector<Standards>& standards, const RunContext& context) {
    SceneRun run(packs, standards, context);
    const std::vector<ScenePath> files = findSceneFiles(filesOrFolders);
    for (std::size_t i = 0; i < files.size(); ++i) {
        context.report("running scenes", static_cast<double>(i) / static_cast<double>(files.size()));
        run.runFile(files[i]);
    }
    std::vector<std::filesystem::path> folders;
    std::copy_if(filesOrFolders.begin(), filesOrFolders.end(), std::back_inserter(folders),
                 [](const std::filesystem::path& path) { return std::filesystem::is_directory(path); });
    run.checkCoverage(folders);
    return run.take();
}

} // namespace merestone
