// SPDX-License-Identifier: MIT
#pragma once

#include "cartography/symbol.hpp"
#include "findings/finding.hpp"

#include <QString>

#include <array>
#include <optional>

namespace merestone::map {

enum class ThemeKind : std::uint8_t { light, dark, highContrast };

/// How a verdict is shown: by shape as well as by colour (Okabe and Ito's palette, safe for colour-blind readers).
struct VerdictSymbol {
    QColor colour;
    QColor ink; ///< of the sign inside the shape
    Marker shape = Marker::circle;
    QString sign; ///< "!", "?", "≈"
};

/// Every colour and width of a map. A value; copying is cheap enough, and two threads may use one.
struct Theme {
    ThemeKind kind = ThemeKind::light;
    QColor background; ///< where no layer draws anything
    QColor veil;       ///< laid over what is outside the neighbourhood area
    QColor ink;        ///< furniture and labels of areas
    QColor faintInk;
    QColor halo; ///< round labels
    QColor streetInk;
    QColor waterInk;
    QColor greenInk;
    QColor planInk;   ///< labels of what the plan draws
    QColor highlight; ///< selected features and findings
    QColor highlightOther;
    std::array<Symbol, kKindCount> symbols;
    std::array<VerdictSymbol, 7> verdicts; ///< by Verdict

    [[nodiscard]] const Symbol& symbol(Kind of) const noexcept { return symbols[static_cast<std::size_t>(of)]; }
    [[nodiscard]] const VerdictSymbol& verdict(Verdict of) const noexcept {
        return verdicts[static_cast<std::size_t>(of)];
    }
};

/// The theme of that kind, made once.
[[nodiscard]] const Theme& theme(ThemeKind kind);
/// "light", "dark", "high-contrast"; nothing for another word.
[[nodiscard]] std::optional<ThemeKind> themeNamed(const QString& name);

} // namespace merestone::map
