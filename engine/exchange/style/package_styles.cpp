// SPDX-License-Identifier: MIT
#include "exchange/style/package_styles.hpp"

#include "exchange/style/qml.hpp"
#include "exchange/style/sld.hpp"
#include "exchange/style/table_style.hpp"

namespace merestone {

std::vector<GpkgStyle> packageStyles(std::span<const ExportTable> tables) {
    constexpr std::size_t kMostNameBytes = 30;
    std::vector<GpkgStyle> styles;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < tables.size(); ++i) {
        const ExportTable& table = tables[i];
        if (table.shape != Shape::none) {
            const LayerStyle style = tableStyle(table, i);
            styles.push_back({table.name, uniqueName(table.name, names, kMostNameBytes), qmlText(style),
                              sldText(style, table.name, table.title), table.title});
        }
    }
    return styles;
}

} // namespace merestone
