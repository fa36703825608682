// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace merestone {

/// Appends bytes whose order (as unsigned bytes, a beginning before what continues it) is the order in which a person
/// lists ids: runs of digits compare as numbers ("S2" before "S10"), everything else by bytes. Ids that differ only
/// in leading zeros get equal bytes. The bytes end with a mark, so that more can be appended for a second criterion.
void appendNaturalKey(std::string& key, std::string_view text);

/// The same for text whose digits do not count.
void appendPlainKey(std::string& key, std::string_view text);

} // namespace merestone
