// SPDX-License-Identifier: MIT
#pragma once

#include <QSizeF>
#include <QString>

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

class QPainter;

namespace merestone::map {

enum class FileKind : std::uint8_t { png, svg, pdf };
/// By the ending of the name, whatever its case; nothing for another.
[[nodiscard]] std::optional<FileKind> fileKindOf(const std::string& file);

/// The paper that a picture is drawn on.
struct Paper {
    FileKind kind = FileKind::png;
    QSizeF sizeMm;
    double unitsPerMm = 1.0;    ///< of the painter that draws
    double pixelsPerUnit = 1.0; ///< of a PNG
    unsigned mostColours = 0;   ///< of a PNG, 2 to 256; 0: all
    QString title;
};

/// Writes a picture that `draw` paints. Nothing in it says when or where it was made: the same picture gives the same
/// bytes. Throws Error(output) when it cannot be written whole.
void writeMap(const std::filesystem::path& file, const Paper& paper, const std::function<void(QPainter&)>& draw);

} // namespace merestone::map
