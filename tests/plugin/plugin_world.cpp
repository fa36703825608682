// SPDX-License-Identifier: MIT
#include "plugin/plugin_world.hpp"

#include <stdexcept>

namespace merestone::tests {

namespace fs = std::filesystem;

void PluginWorld::plan(const std::vector<MadeRule>& rules) const {
    std::string text = "merestone: 1\n"
                       "plan: {title: Two homes, crs: \"EPSG:27700\", synthetic: true}\n"
                       "layers:\n"
                       "  homes: {source: homes.csv, crs: \"EPSG:27700\", wkt: WKT, id: reference}\n"
                       "policies:\n"
                       "  - id: P\n"
                       "    title: Homes\n"
                       "    rules:\n";
    for (const MadeRule& rule : rules) {
        text += "      - {id: " + rule.id + ", title: A rule, for: homes, measure: {value: " + rule.measure +
                "}, require: \"" + rule.require + "\"}\n";
    }
    writeFile(m_folder / "plan.yaml", text);
    writeFile(m_folder / "homes.csv", "WKT,reference,height\n"
                                      "\"POLYGON((0 0,20 0,20 20,0 20,0 0))\",A,7.5\n"
                                      "\"POLYGON((40 0,50 0,50 10,40 10,40 0))\",B,4\n");
}

fs::path PluginWorld::shelf(const std::string& name, const std::string& as) const {
    fs::copy(fs::path(MERESTONE_SHELVES) / name, m_folder / as, fs::copy_options::recursive);
    return m_folder / as;
}

void PluginWorld::standIn(const fs::path& plugin, const std::string& library) const {
    fs::copy_file(fs::path(MERESTONE_SHELVES) / (library + ".so"),
                  plugin / ("merestone_" + plugin.filename().string() + ".so"), fs::copy_options::overwrite_existing);
}

ProgramResult PluginWorld::run(const std::vector<std::string>& arguments,
                               std::map<std::string, std::string> environment) const {
    ProgramSetting setting;
    setting.folder = m_folder.path();
    setting.environment = std::move(environment);
    setting.environment["MERESTONE_TEST_TRACE"] = trace().string();
    return merestoneProgram(arguments, setting);
}

nlohmann::json PluginWorld::check(const fs::path& shelf, std::vector<std::string> arguments) const {
    std::vector<std::string> all{"check", "plan.yaml", "--format", "json", "--plugin-path", shelf.string()};
    all.insert(all.end(), arguments.begin(), arguments.end());
    const ProgramResult result = run(all);
    nlohmann::json json = nlohmann::json::parse(result.out, nullptr, false);
    EXPECT_FALSE(json.is_discarded()) << result.out << result.err;
    EXPECT_EQ(result.signal, 0);
    json["status"] = result.status;
    return json;
}

std::string textOf(const nlohmann::json& run, const std::string& rule, const std::string& key) {
    for (const nlohmann::json& each : run.at("rules")) {
        if (each.at("id") == rule) {
            return each.at(key).is_null() ? std::string() : each.at(key).get<std::string>();
        }
    }
    throw std::logic_error("no rule " + rule);
}

std::string verdictOf(const nlohmann::json& run, const std::string& rule) {
    return textOf(run, rule, "verdict");
}

std::string reasonOf(const nlohmann::json& run, const std::string& rule) {
    return textOf(run, rule, "reason");
}

void replaceIn(const fs::path& file, const std::string& from, const std::string& to) {
    std::string text = readFile(file);
    const std::size_t place = text.find(from);
    if (place == std::string::npos) {
        throw std::logic_error(file.string() + " does not hold " + from);
    }
    writeFile(file, text.replace(place, from.size(), to));
}

} // namespace merestone::tests
