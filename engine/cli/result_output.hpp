// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/publish.hpp"
#include "exchange/text_layout.hpp"

#include <functional>
#include <optional>
#include <ostream>
#include <string>

namespace merestone::cli {

/// Where a command's result goes: standard output, or a file that appears only when it is whole.
class ResultOutput {
public:
    /// `file` as given with -o; empty, "-" and "/dev/stdout" are standard output, devices and pipes are written to
    /// directly. A file that cannot be written throws Error(output) here, before the work starts.
    explicit ResultOutput(const std::string& file);

    /// Lets `fill` write and brings it all to its place. Throws Error(output) when anything was lost; a reader of
    /// standard output that has gone (`… | head`) is no error.
    void write(const std::function<void(std::ostream&)>& fill);
    [[nodiscard]] TextStyle style() const;

private:
    std::string m_file;
    bool m_standard;
    std::optional<StagedFile> m_staged;
};

} // namespace merestone::cli
