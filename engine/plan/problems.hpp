// SPDX-License-Identifier: MIT
#pragma once

#include "plan/plan.hpp"
#include "plan/yaml_document.hpp"

namespace merestone {

/// Collects the mistakes of one file, so that they can be reported all in one go.
class Problems {
public:
    explicit Problems(std::string file) : m_file(std::move(file)) {}

    [[nodiscard]] Place placeOf(const YamlNode& node) const { return {m_file, node.line, node.column}; }
    [[nodiscard]] Place placeOf(const YamlEntry& entry) const { return {m_file, entry.line, entry.column}; }
    [[nodiscard]] const std::string& file() const noexcept { return m_file; }

    /// `message` becomes one printable line. At kMaximumProblems mistakes this throws PlanError with all of them: no
    /// input can keep us busy with making up messages that nobody reads.
    void add(Place place, const std::string& message);
    void add(const YamlNode& node, const std::string& message) { add(placeOf(node), message); }
    /// Takes over what was found in another file.
    void append(const std::vector<PlanProblem>& problems);

    [[nodiscard]] bool empty() const noexcept { return m_problems.empty(); }
    [[nodiscard]] std::size_t count() const noexcept { return m_problems.size(); }
    /// Throws PlanError with everything found, in the order of the file; returns when nothing was.
    void throwIfAny() const;

private:
    std::string m_file;
    std::vector<PlanProblem> m_problems;
};

} // namespace merestone
