// SPDX-License-Identifier: MIT
#include "exchange/run_manifest.hpp"
#include "exchange/run_values.hpp"

namespace merestone {

std::optional<RunManifest> readManifest(const std::filesystem::path& file) {
    const RunDocument document(file);
    const RunValue run = document.root()["run"];
    if (!run.has("plan_sha256") || !run.has("options") || !run.has("packs")) {
        return std::nullopt;
    }
    RunManifest manifest;
    manifest.planSha256 = run["plan_sha256"].text();
    const RunValue options = run["options"];
    manifest.scope = options["scope"].text();
    options["policies"].each([&](const RunValue& id) { manifest.policies.push_back(id.text()); });
    options["rules"].each([&](const RunValue& id) { manifest.rules.push_back(id.text()); });
    manifest.today = options["today"].text();
    manifest.listAll = options["list_all"].flag();
    manifest.allowOutside = options["allow_outside"].flag();
    run["packs"].each([&](const RunValue& pack) {
        manifest.packs.push_back({pack["id"].text(), pack["version"].text(), pack["sha256"].text()});
    });
    return manifest;
}

} // namespace merestone
