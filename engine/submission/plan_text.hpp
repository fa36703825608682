// SPDX-License-Identifier: MIT
#pragma once

#include "submission/contents.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace merestone {

/// A policy as it stands in the text of a plan.
struct TextPolicy {
    std::string id;
    std::string title;
    std::string text;     ///< up to the next policy or the heading that ends it
    std::size_t page = 1; ///< of its heading
};

/// What the text of a plan is made of, as far as its headings and captions show.
struct PlanText {
    std::string title; ///< first line of the first page
    std::vector<TextPolicy> policies;
    std::string maps;                    ///< numbers of the captions, "1, 2, 3a"; empty: no caption was found
    std::string tables;                  ///< the same
    std::vector<ContentsEntry> contents; ///< lines of the table of contents; none where there is no such table
};

/// Takes a plan apart. A policy begins with a line "Policy H1: Homes" (or with a dash, or with the title behind the id)
/// and ends before the next one or before a line that is a heading such as "Justification", "Delivery" or "Map 3: …".
/// Lines of a table of contents (with a page number behind dots) are passed over. `text` has a form feed behind each
/// page.
[[nodiscard]] PlanText readPlanText(const std::string& text);

} // namespace merestone
