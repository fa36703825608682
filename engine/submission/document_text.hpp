// SPDX-License-Identifier: MIT
#pragma once

#include "base/run_context.hpp"
#include "submission/folder.hpp"

#include <cstddef>
#include <string>

namespace merestone {

/// What can be read of a document.
struct DocumentText {
    std::string text;      ///< UTF-8 with a form feed behind each page; empty when there is a problem
    std::size_t pages = 0; ///< 1 for kinds without pages
    std::string problem;   ///< why there is no text: one clause with the remedy
};

/// Reads PDF (through pdftotext of poppler-utils, a program of its own with limits on time, memory and output), plain
/// text, Markdown, HTML, DOCX and ODT. Whatever the bytes are, it comes back with a text or a problem; throws only
/// Error(cancelled).
[[nodiscard]] DocumentText readDocument(const FolderItem& item, const RunContext& context);

/// The text of an HTML page, its scripts, styles and comments left out, blocks parted by blank lines.
[[nodiscard]] std::string htmlText(const std::string& html);

/// The text of word/document.xml of a DOCX or content.xml of an ODT file: a blank line behind each paragraph, a form
/// feed at each page break that the writing program left there.
[[nodiscard]] std::string officeText(const std::string& xml);

} // namespace merestone
