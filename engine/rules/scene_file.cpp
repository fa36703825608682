// SPDX-License-Identifier: MIT
#include "rules/scene_file.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

namespace merestone {

namespace {

constexpr std::array kVerdicts{Verdict::fail,   Verdict::borderline, Verdict::cannotTell,   Verdict::needsJudgement,
                               Verdict::notRun, Verdict::pass,       Verdict::notApplicable};

std::optional<double> numberOf(const YamlNode& node) {
    double value = 0.0;
    const char* end = node.text.data() + node.text.size();
    const auto [stop, error] = std::from_chars(node.text.data(), end, value);
    return node.isScalar() && node.plain && error == std::errc() && stop == end ? std::optional(value) : std::nullopt;
}

std::optional<Verdict> verdictOf(const std::string& word) {
    const auto* const found =
        std::find_if(kVerdicts.begin(), kVerdicts.end(), [&](Verdict verdict) { return verdictName(verdict) == word; });
    return found == kVerdicts.end() ? std::nullopt : std::optional(*found);
}

std::optional<ColumnType> fieldType(const std::string& word) {
    if (word == "number") {
        return ColumnType::real;
    }
    if (word == "text") {
        return ColumnType::text;
    }
    if (word == "date") {
        return ColumnType::date;
    }
    return word == "flag" ? std::optional(ColumnType::boolean) : std::nullopt;
}

class SceneReader {
public:
    explicit SceneReader(std::string file) : m_file(std::move(file)) {}

    SceneFile read(const YamlNode& root) {
        SceneFile scenes;
        scenes.file = m_file;
        if (!isMap(root, "a scene file")) {
            return scenes;
        }
        checkKeys(root, {"scenes", "cases"}, "a scene file");
        scenes.rule = required(root, "scenes", "name the rule: 'scenes: pack/rule'");
        const YamlNode* cases = root.find("cases");
        if (cases == nullptr || !cases->isList() || cases->items.empty()) {
            problem(placeOf(cases == nullptr ? root : *cases), "'cases' must be a list of cases, each with a 'name'");
            return scenes;
        }
        for (const YamlNode& item : cases->items) {
            scenes.cases.push_back(readCase(item));
        }
        return scenes;
    }

    void throwIfAny() {
        if (!m_problems.empty()) {
            throw PlanError(std::move(m_problems));
        }
    }

private:
    [[nodiscard]] Place placeOf(const YamlNode& node) const { return {m_file, node.line, node.column}; }
    void problem(const Place& place, const std::string& message) { m_problems.push_back({place, message}); }

    bool isMap(const YamlNode& node, const std::string& what) {
        if (!node.isMap()) {
            problem(placeOf(node), what + " must be a mapping of keys to values");
        }
        return node.isMap();
    }

    void checkKeys(const YamlNode& map, const std::vector<std::string>& known, const std::string& what) {
        std::set<std::string> seen;
        for (const YamlEntry& entry : map.entries) {
            const Place place{m_file, entry.line, entry.column};
            if (std::find(known.begin(), known.end(), entry.key) == known.end()) {
                problem(place, "unknown key '" + printable(entry.key) + "' in " + what + didYouMean(entry.key, known));
            } else if (!seen.insert(entry.key).second) {
                problem(place, "the key '" + entry.key + "' stands twice in " + what);
            }
        }
    }

    PlacedText textOf(const YamlNode& node, const std::string& what) {
        if (!node.isScalar()) {
            problem(placeOf(node), what + " must be a text");
        }
        return {node.text, placeOf(node)};
    }

    PlacedText required(const YamlNode& map, const char* key, const std::string& remedy) {
        const YamlNode* node = map.find(key);
        if (node == nullptr || !node->isScalar() || node->text.empty()) {
            problem(placeOf(node == nullptr ? map : *node), "the key '" + std::string(key) + "' is missing; " + remedy);
            return {};
        }
        return {node->text, placeOf(*node)};
    }

    static YamlNode copyOf(const YamlNode& map, const char* key) {
        const YamlNode* node = map.find(key);
        return node == nullptr ? YamlNode{} : *node;
    }

    SceneCase readCase(const YamlNode& node) {
        SceneCase scene;
        scene.place = placeOf(node);
        if (!isMap(node, "a case")) {
            return scene;
        }
        checkKeys(node, {"name", "plan", "policies", "layers", "for", "bind", "with", "expect", "measured", "message"},
                  "a case");
        scene.name = required(node, "name", "say in a few words what the case shows").text;
        scene.plan = copyOf(node, "plan");
        scene.policies = copyOf(node, "policies");
        scene.bind = copyOf(node, "bind");
        scene.parameters = copyOf(node, "with");
        if (const YamlNode* subjects = node.find("for")) {
            scene.subjects = textOf(*subjects, "'for'").text;
        }
        const YamlNode* layers = node.find("layers");
        if (layers == nullptr || !layers->isMap()) {
            problem(placeOf(layers == nullptr ? node : *layers),
                    "'layers' must map the name of each layer to its features");
        } else {
            for (const YamlEntry& entry : layers->entries) {
                scene.layers.push_back(readLayer(entry));
            }
        }
        readExpectations(node, scene);
        return scene;
    }

    SceneLayer readLayer(const YamlEntry& entry) {
        SceneLayer layer;
        layer.name = entry.key;
        layer.place = {m_file, entry.line, entry.column};
        if (!isMap(entry.value, "a layer")) {
            return layer;
        }
        checkKeys(entry.value, {"complete", "accuracy", "role", "units", "invalid", "fields", "features"}, "a layer");
        for (const YamlEntry& setting : entry.value.entries) {
            if (setting.key == "fields") {
                readFields(setting.value, layer);
            } else if (setting.key == "features") {
                readFeatures(setting.value, layer);
            } else {
                layer.settings.push_back(setting);
            }
        }
        if (entry.value.find("features") == nullptr) {
            problem(layer.place,
                    "layer '" + printable(layer.name) + "' has no 'features'; write 'features: []' for none");
        }
        return layer;
    }

    void readFields(const YamlNode& node, SceneLayer& layer) {
        if (!isMap(node, "'fields'")) {
            return;
        }
        for (const YamlEntry& entry : node.entries) {
            const std::optional<ColumnType> type = fieldType(entry.value.text);
            if (!type) {
                problem({m_file, entry.line, entry.column},
                        "field '" + printable(entry.key) + "' must be a number, text, date or flag");
                continue;
            }
            layer.fields.push_back({entry.key, *type});
        }
    }

    void readFeatures(const YamlNode& node, SceneLayer& layer) {
        if (!node.isList()) {
            problem(placeOf(node), "'features' must be a list such as [{id: A, wkt: \"POINT(0 0)\"}]");
            return;
        }
        for (const YamlNode& item : node.items) {
            if (!isMap(item, "a feature")) {
                continue;
            }
            SceneFeature feature;
            feature.place = placeOf(item);
            for (const YamlEntry& entry : item.entries) {
                if (entry.key == "id") {
                    feature.id = textOf(entry.value, "'id'").text;
                } else if (entry.key == "wkt") {
                    feature.wkt = textOf(entry.value, "'wkt'");
                } else {
                    feature.values.push_back(entry);
                }
            }
            layer.features.push_back(std::move(feature));
        }
    }

    void readExpectations(const YamlNode& node, SceneCase& scene) {
        const YamlNode* expect = node.find("expect");
        if (expect == nullptr || expect->isNull() || expect->isList()) {
            problem(placeOf(expect == nullptr ? node : *expect),
                    "'expect' must be a verdict, or map the id of each subject to its verdict");
            return;
        }
        if (expect->isScalar()) {
            addExpectation(scene, {}, *expect);
        }
        for (const YamlEntry& entry : expect->entries) {
            addExpectation(scene, entry.key, entry.value);
        }
        if (const YamlNode* measured = node.find("measured")) {
            forEachSubject(*measured, [&](const std::string& subject, const YamlNode& value) {
                addMeasured(scene, subject, value);
            });
        }
        if (const YamlNode* message = node.find("message")) {
            forEachSubject(*message, [&](const std::string& subject, const YamlNode& value) {
                addMessage(scene, subject, value);
            });
        }
    }

    /// One value for the rule as a whole, or one for each subject that is named.
    template <typename Visit> static void forEachSubject(const YamlNode& node, const Visit& visit) {
        if (!node.isMap()) {
            visit(std::string(), node);
        }
        for (const YamlEntry& entry : node.entries) {
            visit(entry.key, entry.value);
        }
    }

    void addExpectation(SceneCase& scene, const std::string& subject, const YamlNode& node) {
        const std::optional<Verdict> verdict = verdictOf(node.text);
        if (!verdict) {
            std::vector<std::string> known;
            for (const Verdict v : kVerdicts) {
                known.emplace_back(verdictName(v));
            }
            problem(placeOf(node), "'" + printable(node.text) + "' is no verdict" + didYouMean(node.text, known));
            return;
        }
        for (const SceneExpectation& earlier : scene.expectations) {
            if (earlier.subject == subject) {
                problem(placeOf(node), "'" + printable(subject) + "' stands twice in 'expect'");
            }
        }
        SceneExpectation expectation;
        expectation.subject = subject;
        expectation.verdict = *verdict;
        expectation.place = placeOf(node);
        scene.expectations.push_back(std::move(expectation));
    }

    /// What is expected of the subject; null, and a problem at `node`, where 'expect' does not name it.
    SceneExpectation* expectationOf(SceneCase& scene, const std::string& subject, const YamlNode& node,
                                    const std::string& what) {
        const auto found = std::find_if(scene.expectations.begin(), scene.expectations.end(),
                                        [&](const SceneExpectation& e) { return e.subject == subject; });
        if (found == scene.expectations.end()) {
            problem(placeOf(node), what + " is given for '" + printable(subject) + "', which 'expect' does not name");
            return nullptr;
        }
        return &*found;
    }

    void addMeasured(SceneCase& scene, const std::string& subject, const YamlNode& node) {
        const std::optional<double> value = numberOf(node);
        const bool none = node.isScalar() && node.text == "none";
        if (!value && !none) {
            problem(placeOf(node), "a measured value must be a number, in the unit of the finding, or 'none'");
        } else if (SceneExpectation* expectation = expectationOf(scene, subject, node, "a value")) {
            expectation->measured = value;
            expectation->measuresNothing = none;
        }
    }

    void addMessage(SceneCase& scene, const std::string& subject, const YamlNode& node) {
        if (!node.isScalar() || node.text.empty()) {
            problem(placeOf(node), "'message' must be a text that the finding's message holds");
        } else if (SceneExpectation* expectation = expectationOf(scene, subject, node, "a message")) {
            expectation->message = node.text;
        }
    }

    std::string m_file;
    std::vector<PlanProblem> m_problems;
};

} // namespace

bool isSceneText(const std::string& text, const std::filesystem::path& file) {
    const YamlNode root = parseYaml(text, file.string());
    return root.find("scenes") != nullptr;
}

SceneFile parseScenes(const std::string& text, const std::filesystem::path& file) {
    SceneReader reader(file.string());
    SceneFile scenes = reader.read(parseYaml(text, file.string()));
    reader.throwIfAny();
    return scenes;
}

} // namespace merestone
