// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/export/table.hpp"

#include <string>
#include <vector>

namespace merestone {

/// The names that a table's fields have in a shapefile, in their order: at most ten ASCII letters, digits and '_',
/// beginning with a letter, unique whatever the case. The same fields always get the same names:
/// 1. every other character becomes '_';
/// 2. a longer name loses vowels from its end, except the first letter of each word, then '_' from its end, and what
///    is still too long is cut;
/// 3. a name that is taken by a field before it ends in "_2", "_3" ….
[[nodiscard]] std::vector<std::string> shapefileNames(const ExportTable& table);
/// The name of a further field that holds the day of a field with a time of day: that of `field` and "_day", fitted in
/// the same way, unlike those in `taken`, to which it is added.
[[nodiscard]] std::string shapefileDayName(const ExportField& field, std::vector<std::string>& taken);

} // namespace merestone
