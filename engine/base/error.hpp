// SPDX-License-Identifier: MIT
#pragma once

#include <stdexcept>
#include <string>

namespace merestone {

/// Why an operation could not be done; decides the exit status and lets a face translate the message.
enum class ErrorCode { usage, plan, input, geometry, projection, output, cancelled, internal };

/// The one exception the engine throws. The text is one English line: what, where, and what to do.
/// A broken plan feature is data (a finding), never an exception.
class Error : public std::runtime_error {
public:
    Error(ErrorCode code, const std::string& text);
    ~Error() override; // out of line: plugins and faces share one type
    [[nodiscard]] ErrorCode code() const noexcept { return m_code; }

private:
    ErrorCode m_code;
};

/// A place in a text file; line and column count from 1, 0 means "unknown".
struct Place {
    std::string file;
    int line = 0;
    int column = 0;

    /// "plan.yaml:12:5", leaving out what is unknown.
    [[nodiscard]] std::string text() const;
};

} // namespace merestone
