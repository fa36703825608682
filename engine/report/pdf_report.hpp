// SPDX-License-Identifier: MIT
#pragma once

#include "base/run_context.hpp"

#include <filesystem>
#include <string>

namespace merestone {

/// Whether WeasyPrint, which makes PDF files of reports, is there.
[[nodiscard]] bool canMakePdf();

/// A report written for paper (ReportOptions::forPaper) as PDF/UA: tagged, with bookmarks, page numbers and the fonts
/// in it. WeasyPrint makes it, as a program of its own that can write no large file. The same page gives the same bytes
/// with the same version and fonts. Throws Error(usage) when it is not installed, Error(output) when it fails,
/// Error(cancelled) when stopped.
[[nodiscard]] std::string pdfOf(const std::filesystem::path& html, const RunContext& context);

} // namespace merestone
