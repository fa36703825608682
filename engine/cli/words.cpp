// SPDX-License-Identifier: MIT
#include "cli/words.hpp"

namespace merestone::cli {

std::string joined(const std::vector<std::string>& words, const std::string& between) {
    std::string text;
    for (const std::string& word : words) {
        text += (text.empty() ? "" : between) + word;
    }
    return text;
}

} // namespace merestone::cli
