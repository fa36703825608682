// SPDX-License-Identifier: MIT
#pragma once

#include "plan/plan.hpp"

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace merestone {

/// What references can be to: the entries of a register, looked up as people write them. "103(a)" and "103a" are in a
/// register that holds 103, "142-160" when both ends are.
class ReferenceRegister {
public:
    enum class Answer { there, notThere, unknown };

    /// Takes the entries from the register itself, the plan's policies or one of its facts.
    ReferenceRegister(const Register& source, const Plan& plan);

    [[nodiscard]] Answer lookUp(std::string_view reference) const;

private:
    void add(std::string_view entry);
    [[nodiscard]] bool holds(const std::string& reference) const;
    [[nodiscard]] bool holdsRange(const std::string& reference) const;

    std::set<std::string> m_ids; ///< lower case
    std::vector<std::pair<double, double>> m_ranges;
    bool m_known = true;
    bool m_complete = false;
};

} // namespace merestone
