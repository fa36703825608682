// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/xml_text.hpp"

#include <initializer_list>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace merestone {

/// Writes SVG elements; every text and attribute value is escaped. Elements that are open when it is destroyed stay
/// open: close() them.
class SvgWriter {
public:
    using Attributes = std::vector<std::pair<std::string_view, std::string>>;

    explicit SvgWriter(std::ostream& out) : m_out(out) {}

    void open(std::string_view element, const Attributes& attributes);
    void close();
    /// An element without content.
    void element(std::string_view element, const Attributes& attributes);
    /// An element that holds text alone.
    void text(std::string_view element, const Attributes& attributes, std::string_view content);

private:
    void tag(std::string_view element, const Attributes& attributes, std::string_view end);

    std::ostream& m_out;
    std::vector<std::string> m_open;
};

/// A coordinate or length of a drawing, to a hundredth.
[[nodiscard]] std::string svgNumber(double value);

} // namespace merestone
