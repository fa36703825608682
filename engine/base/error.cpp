// SPDX-License-Identifier: MIT
#include "base/error.hpp"

namespace merestone {

Error::Error(ErrorCode code, const std::string& text) : std::runtime_error(text), m_code(code) {}

Error::~Error() = default;

std::string Place::text() const {
    std::string result = file;
    if (line > 0) {
        result += ":" + std::to_string(line);
        if (column > 0) {
            result += ":" + std::to_string(column);
        }
    }
    return result;
}

} // namespace merestone
