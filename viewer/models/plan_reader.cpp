// SPDX-License-Identifier: MIT
#include "models/plan_reader.hpp"

namespace merestone::viewer {

PlanReader::PlanReader()
    : m_folders(pluginFolders()), m_packs(loadPacks(m_folders)), m_standards(loadStandards(m_folders, m_packs)) {}

Plan PlanReader::parse(const std::string& text, const std::filesystem::path& file, const OpenOptions& options) const {
    PlanOptions asked;
    asked.allowOutside = options.allowOutside;
    asked.packFolders = m_folders;
    asked.standards = &m_standards;
    return parsePlan(text, file, m_packs, asked);
}

std::string withValues(std::string text, const std::filesystem::path& file, const ValueChanges& values) {
    for (const auto& [at, value] : values) {
        text = setPlanValue(text, file.string(), at, value);
    }
    return text;
}

} // namespace merestone::viewer
