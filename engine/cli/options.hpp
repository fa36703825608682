// SPDX-License-Identifier: MIT
#pragma once

#include "findings/finding.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace merestone::cli {

enum class Command { check, inspect, rulesList, rulesShow, rulesTest, newPlan, submission };
enum class Format { text, json, markdown };
enum class Reach { area, everything };

/// What a command line asks for, as it was written and checked for form; defaults are those of the program.
struct Options {
    Command command = Command::check;

    std::vector<std::string> targets; ///< PLAN; PLAN|FILE...; ID; PATH...; DIR

    // check
    std::vector<std::string> policies;
    std::vector<std::string> rules;
    Reach scope = Reach::area;
    Severity failOn = Severity::must;
    std::string saveFolder;
    std::string today;
    std::size_t maxFindings = 10;
    bool listAll = false;
    bool hashInputs = false;

    // rules
    bool mutate = false;
    std::string topic;
    std::string catalogue;
    std::string search;
    std::string picture; ///< --picture FILE; empty: none is drawn
    std::string scene;   ///< of the picture; empty: the one that shows most

    // several commands
    Format format = Format::text;
    std::string output;                   ///< -o FILE; empty or "-": standard output
    unsigned jobs = 0;                    ///< 0: as many as the machine has hardware threads
    std::vector<std::string> pluginPaths; ///< besides the usual folders
    bool allowOutside = false;
    bool quiet = false;
};

} // namespace merestone::cli
