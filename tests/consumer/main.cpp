// SPDX-License-Identifier: MIT
#include "base/error.hpp"
#include "plan/read_plan.hpp"
#include "rules/checker.hpp"

#include <iostream>

/// consumer PLAN: prints each rule with its verdict. Status 0 when the plan could be checked, else 2.
int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: consumer PLAN\n";
        return 2;
    }
    try {
        merestone::Checker checker(merestone::readPlan(argv[1], {}));
        const merestone::RunContext context;
        checker.load(context);
        for (const auto& rule : checker.run(context).rules) {
            std::cout << rule.id << ": " << merestone::verdictName(rule.verdict) << '\n';
        }
        return 0;
    } catch (const merestone::Error& error) {
        std::cerr << error.what() << '\n';
        return 2;
    }
}
