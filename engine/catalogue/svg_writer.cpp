// SPDX-License-Identifier: MIT
#include "catalogue/svg_writer.hpp"

#include "base/text.hpp"

namespace merestone {

std::string svgNumber(double value) {
    return rounded(value, 2);
}

void SvgWriter::tag(std::string_view element, const Attributes& attributes, std::string_view end) {
    m_out << std::string(2 * m_open.size(), ' ') << '<' << element;
    for (const auto& [name, value] : attributes) {
        m_out << ' ' << name << "=\"" << xmlAttribute(value) << '"';
    }
    m_out << end;
}

void SvgWriter::open(std::string_view element, const Attributes& attributes) {
    tag(element, attributes, ">\n");
    m_open.emplace_back(element);
}

void SvgWriter::close() {
    const std::string element = m_open.back();
    m_open.pop_back();
    m_out << std::string(2 * m_open.size(), ' ') << "</" << element << ">\n";
}

void SvgWriter::element(std::string_view element, const Attributes& attributes) {
    tag(element, attributes, "/>\n");
}

void SvgWriter::text(std::string_view element, const Attributes& attributes, std::string_view content) {
    tag(element, attributes, ">");
    m_out << xmlText(content) << "</" << element << ">\n";
}

} // namespace merestone
