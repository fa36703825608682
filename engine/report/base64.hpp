// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace merestone {

/// RFC 4648 base64 with padding, on one line.
[[nodiscard]] std::string base64(std::string_view bytes);

/// "sha256-…" as a Content-Security-Policy names a script or a style.
[[nodiscard]] std::string contentHash(std::string_view text);

} // namespace merestone
