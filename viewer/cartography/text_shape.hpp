// SPDX-License-Identifier: MIT
#pragma once

#include <QPainterPath>
#include <QString>

#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

class QPainter;

namespace merestone::map {

enum class TextStyle : std::uint8_t { plain, bold, italic };

/// A line of text as outlines, one em high and with its baseline at y = 0, starting at x = 0: drawn alike on screen and
/// paper, at any size and angle, and in SVG without the reader's fonts.
struct TextShape {
    struct Glyph {
        std::shared_ptr<const TextShape> shape; ///< of the letter alone
        double x = 0.0;
        double width = 0.0;
    };
    QPainterPath path;
    QPainterPath halo;
    std::vector<Glyph> glyphs; ///< empty for scripts whose letters cannot be set one by one
    double width = 0.0;        ///< em
};
using TextShapePtr = std::shared_ptr<const TextShape>;

inline constexpr double kAscent = 0.76;  ///< em above the baseline that a label keeps free
inline constexpr double kDescent = 0.22; ///< em below

/// A text as a map shows it: no longer than anybody reads there, cut with "…". Setting the letters of an attribute of
/// 100,000 characters would take minutes.
[[nodiscard]] QString cutForMap(const QString& text, qsizetype most = 80);

/// Shapes that were made before; several threads may ask at once.
class TextShapes {
public:
    [[nodiscard]] TextShapePtr get(const QString& text, TextStyle style);

private:
    [[nodiscard]] TextShapePtr make(const QString& text, TextStyle style);
    [[nodiscard]] TextShapePtr known(const QString& text, TextStyle style);

    std::mutex m_mutex;
    std::unordered_map<QString, TextShapePtr> m_shapes[3]; ///< by style
};

} // namespace merestone::map
