// SPDX-License-Identifier: MIT
#pragma once

#include "base/run_context.hpp"
#include "cli/options.hpp"
#include "plan/standards.hpp"

#include <filesystem>
#include <vector>

namespace merestone::cli {

// Each runs one command and gives its exit status; what goes wrong is thrown as merestone::Error.
[[nodiscard]] int runCheck(const Options& options, const RunContext& context);
[[nodiscard]] int runCompare(const Options& options, const RunContext& context);
[[nodiscard]] int runVerify(const Options& options, const RunContext& context);
[[nodiscard]] int runInspect(const Options& options, const RunContext& context);
[[nodiscard]] int runRulesList(const Options& options);
[[nodiscard]] int runRulesShow(const Options& options, const RunContext& context);
[[nodiscard]] int runRulesTest(const Options& options, const RunContext& context);
[[nodiscard]] int runNew(const Options& options);
[[nodiscard]] int runExport(const Options& options, const RunContext& context);
[[nodiscard]] int runReport(const Options& options, const RunContext& context);
[[nodiscard]] int runSubmission(const Options& options, const RunContext& context);

/// The usual folders of rule packs and plugins and those named with --plugin-path. Plans and packs may name the
/// measures of the plugins in them from now on. Throws Error(usage) for a folder that is none, else what offerPlugins()
/// throws.
[[nodiscard]] std::vector<std::filesystem::path> packFolders(const Options& options);
/// The rule packs of the usual folders and of those named with --plugin-path.
[[nodiscard]] std::vector<Pack> packsFor(const Options& options);
/// The standards of those folders, checked against the packs.
[[nodiscard]] std::vector<Standards> standardsFor(const Options& options, const std::vector<Pack>& packs);
/// A plan file, read with those packs.
[[nodiscard]] Plan planFor(const Options& options, const std::string& file);

/// Writes an error, one line for each of its lines, to standard error as "merestone: …".
void complain(const std::string& text) noexcept;

} // namespace merestone::cli
