// SPDX-License-Identifier: MIT
#include "layers/sql_text.hpp"

namespace merestone {

namespace {

std::string quoted(const std::string& text, char mark) {
    std::string result(1, mark);
    for (const char c : text) {
        if (c == '\0') {
            result += "\xEF\xBF\xBD";
        } else {
            result.append(c == mark ? 2 : 1, c);
        }
    }
    return result + mark;
}

} // namespace

std::string sqlName(const std::string& name) {
    return quoted(name, '"');
}

std::string sqlText(const std::string& text) {
    return quoted(text, '\'');
}

} // namespace merestone
