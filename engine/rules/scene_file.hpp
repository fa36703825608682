// SPDX-License-Identifier: MIT
#pragma once

#include "findings/finding.hpp"
#include "layers/column.hpp"
#include "plan/plan.hpp"
#include "plan/yaml_document.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace merestone {

/// A feature of a tiny world: its shape as WKT and its values as written.
struct SceneFeature {
    std::string id;                ///< empty: none given
    PlacedText wkt;                ///< empty: a feature without geometry
    std::vector<YamlEntry> values; ///< all other keys
    Place place;
};

/// A column that `fields:` declares, for layers whose features do not show it.
struct SceneField {
    std::string name;
    ColumnType type = ColumnType::text;
};

struct SceneLayer {
    std::string name;
    std::vector<YamlEntry> settings; ///< complete, accuracy, role, units, invalid: as a plan file has them
    std::vector<SceneField> fields;
    std::vector<SceneFeature> features;
    Place place;
};

/// What one subject of the rule must get.
struct SceneExpectation {
    std::string subject; ///< id; "A/B" for a pair; empty for the plan as a whole
    Verdict verdict = Verdict::pass;
    std::optional<double> measured; ///< in the unit of the finding
    bool measuresNothing = false;   ///< `none`: the finding must give no figure
    std::string message;            ///< that the finding's message must hold; empty: any
    Place place;
};

/// One tiny world, and the verdicts that the rule must give in it.
struct SceneCase {
    std::string name;
    Place place;
    YamlNode plan;        ///< keys for `plan:` of the plan file, or null
    YamlNode policies;    ///< policies of the plan beside the one that holds the rule, or null
    YamlNode bind;        ///< `layers:` of the `use:`, or null
    YamlNode parameters;  ///< `with:` of the `use:`, or null
    std::string subjects; ///< `for:` of the `use:`; empty: the rule's own
    std::vector<SceneLayer> layers;
    std::vector<SceneExpectation> expectations;
};

/// Test cases of one pack rule, in words that a planner can read.
struct SceneFile {
    std::filesystem::path file;
    PlacedText rule; ///< "open-space/access"
    std::vector<SceneCase> cases;
};

/// Whether the text is a YAML mapping with the key `scenes`. Throws PlanError for what is no YAML.
[[nodiscard]] bool isSceneText(const std::string& text, const std::filesystem::path& file);

/// Throws PlanError with every mistake at its place. The settings of layers, `plan`, `policies`, `bind` and `with` are
/// checked later, as the parts of a plan file that they become.
[[nodiscard]] SceneFile parseScenes(const std::string& text, const std::filesystem::path& file);

} // namespace merestone
