// SPDX-License-Identifier: MIT
#include "rules/scene_runner.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "rules/checker.hpp"
#include "rules/scene_world.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

namespace merestone {

namespace {

constexpr double kRelative = 1e-6; ///< to which a measured value must agree with the one in the scene
constexpr double kAbsolute = 1e-9; ///< where the value in the scene is 0

/// Verdicts that the cases of each rule expect.
using Coverage = std::map<std::string, std::set<Verdict>>;

std::string readText(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::string text((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
    if (!stream.is_open() || stream.bad()) {
        throw Error(ErrorCode::input, printable(file.string()) + ": cannot be read; check that it is a file and yours");
    }
    return text;
}

bool isYaml(const std::filesystem::directory_entry& entry) {
    return entry.is_regular_file() && !entry.is_symlink() &&
           (entry.path().extension() == ".yaml" || entry.path().extension() == ".yml");
}

std::vector<std::filesystem::path> yamlFilesIn(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (isYaml(entry)) {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

/// What the run says of one expected subject.
struct Got {
    Verdict verdict = Verdict::notRun;
    std::optional<double> measured;
    std::string unit;
    std::string reason;
};

std::string subjectName(const Finding& finding, bool pairs) {
    return pairs && finding.other ? finding.subject.id + "/" + finding.other->id : finding.subject.id;
}

/// By subject, and under the empty name the rule as a whole.
std::map<std::string, Got> gather(const RunResult& run, bool aboutPlan, bool pairs) {
    std::map<std::string, Got> result;
    for (const RuleResult& rule : run.rules) {
        if (rule.id == kSceneRule) {
            result[""] = {rule.verdict, std::nullopt, {}, rule.reason};
        }
    }
    for (const Finding& finding : run.findings) {
        if (finding.rule == kSceneRule) {
            const std::string name = aboutPlan ? std::string() : subjectName(finding, pairs);
            result[name] = {finding.verdict, finding.measured, finding.unit, finding.reason};
        }
    }
    return result;
}

std::string describe(const Got& got) {
    std::string text(verdictName(got.verdict));
    if (got.measured) {
        text += " (measured " + shortest(*got.measured) + (got.unit.empty() ? "" : " " + got.unit) + ")";
    }
    return text + (got.reason.empty() ? "" : ": " + got.reason);
}

bool agrees(double expected, double got) {
    return std::abs(expected - got) <= (expected == 0.0 ? kAbsolute : kRelative * std::abs(expected));
}

class SceneRun {
public:
    SceneRun(const std::vector<Pack>& packs, const RunContext& context) : m_packs(packs), m_context(context) {}

    void runFile(const std::filesystem::path& file, bool mayBeOther) {
        try {
            const std::string text = readText(file);
            if (mayBeOther && !isSceneText(text, file)) {
                return;
            }
            const SceneFile scenes = parseScenes(text, file);
            for (const SceneCase& scene : scenes.cases) {
                m_context.throwIfStopped();
                runCase(scenes, scene);
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
            SceneWorld world = makeSceneWorld(scenes, scene, m_packs, m_context);
            const RuleSpec& rule = world.plan.policies.back().rules.front();
            const bool aboutPlan = rule.subjects == "plan";
            const bool pairs = !rule.against.empty();
            CheckOptions options;
            options.scope = Scope::everything;
            options.listAll = true;
            Checker checker(std::move(world.plan), options);
            checker.setLayers(std::move(world.layers));
            compare(scenes, scene, gather(checker.run(m_context), aboutPlan, pairs));
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

    void compare(const SceneFile& scenes, const SceneCase& scene, const std::map<std::string, Got>& results) {
        std::set<std::string> named;
        for (const SceneExpectation& expected : scene.expectations) {
            named.insert(expected.subject);
            const auto found = results.find(expected.subject);
            if (found == results.end()) {
                differ(expected.place, scene, expected.subject,
                       "expected " + std::string(verdictName(expected.verdict)) + ", got no result");
            } else if (found->second.verdict != expected.verdict) {
                differ(expected.place, scene, expected.subject,
                       "expected " + std::string(verdictName(expected.verdict)) + ", got " + describe(found->second));
            } else {
                m_coverage[scenes.rule.text].insert(expected.verdict);
                compareMeasured(scene, expected, found->second);
            }
        }
        for (const auto& [subject, got] : results) {
            const bool quiet = got.verdict == Verdict::pass || got.verdict == Verdict::notApplicable;
            if (!subject.empty() && !quiet && !named.contains(subject)) {
                differ(scene.place, scene, subject, "not named in 'expect', got " + describe(got));
            }
        }
    }

    void compareMeasured(const SceneCase& scene, const SceneExpectation& expected, const Got& got) {
        if (!expected.measured || (got.measured && agrees(*expected.measured, *got.measured))) {
            return;
        }
        differ(expected.place, scene, expected.subject,
               "expected a measured value of " + shortest(*expected.measured) + ", got " +
                   (got.measured ? shortest(*got.measured) + (got.unit.empty() ? "" : " " + got.unit) : "none"));
    }

    void differ(const Place& place, const SceneCase& scene, const std::string& subject, const std::string& what) {
        m_report.lines.push_back(place.text() + ": case '" + printable(scene.name) + "'" +
                                 (subject.empty() ? "" : ", " + printable(subject)) + ": " + what);
    }

    const std::vector<Pack>& m_packs;
    const RunContext& m_context;
    Coverage m_coverage;
    SceneReport m_report;
};

} // namespace

SceneReport runScenes(const std::vector<std::filesystem::path>& filesOrFolders, const std::vector<Pack>& packs,
                      const RunContext& context) {
    SceneRun run(packs, context);
    std::vector<std::filesystem::path> folders;
    std::vector<std::pair<std::filesystem::path, bool>> files; // and whether the file may be something else
    for (const std::filesystem::path& path : filesOrFolders) {
        if (std::filesystem::is_directory(path)) {
            folders.push_back(path);
            for (const std::filesystem::path& file : yamlFilesIn(path)) {
                files.emplace_back(file, true);
            }
        } else if (std::filesystem::exists(path)) {
            files.emplace_back(path, false);
        } else {
            throw Error(ErrorCode::input, printable(path.string()) + ": there is no such file or folder of scenes");
        }
    }
    for (std::size_t i = 0; i < files.size(); ++i) {
        context.report("running scenes", static_cast<double>(i) / static_cast<double>(files.size()));
        run.runFile(files[i].first, files[i].second);
    }
    run.checkCoverage(folders);
    return run.take();
}

} // namespace merestone
