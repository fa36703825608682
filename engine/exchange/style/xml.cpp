// SPDX-License-Identifier: MIT
#include "exchange/style/xml.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"

#include <cpl_conv.h>
#include <cpl_minixml.h>

namespace merestone {

namespace {

CPLXMLNode* nodeOf(void* node) {
    return static_cast<CPLXMLNode*>(node);
}

bool isAllowed(char32_t c) {
    return c == U'\t' || c == U'\n' || c == U'\r' || (c >= 0x20 && c != 0xFFFE && c != 0xFFFF);
}

std::string clean(std::string_view bytes) {
    const std::string text = toUtf8(bytes);
    std::string result;
    for (std::string_view rest = text; !rest.empty();) {
        const DecodedCharacter character = decodeFirst(rest);
        if (isAllowed(character.codepoint)) {
            result += rest.substr(0, character.length);
        }
        rest.remove_prefix(character.length);
    }
    return result;
}

} // namespace

void XmlDocument::Free::operator()(void* node) const noexcept {
    CPLDestroyXMLNode(nodeOf(node));
}

XmlElement XmlElement::add(const std::string& name, std::string_view text) const {
    CPLXMLNode* child = CPLCreateXMLNode(nodeOf(m_node), CXT_Element, name.c_str());
    if (!text.empty()) {
        CPLCreateXMLNode(child, CXT_Text, clean(text).c_str());
    }
    return XmlElement(child);
}

const XmlElement& XmlElement::set(const std::string& attribute, std::string_view value) const {
    CPLAddXMLAttributeAndValue(nodeOf(m_node), attribute.c_str(), clean(value).c_str());
    return *this;
}

const XmlElement& XmlElement::set(const std::string& attribute, double value) const {
    return set(attribute, shortest(value));
}

const XmlElement& XmlElement::set(const std::vector<std::pair<const char*, std::string>>& attributes) const {
    for (const auto& [name, value] : attributes) {
        set(name, value);
    }
    return *this;
}

XmlDocument::XmlDocument(const std::string& root) : m_root(CPLCreateXMLNode(nullptr, CXT_Element, root.c_str())) {}

XmlElement XmlDocument::root() const {
    return XmlElement(m_root.get());
}

std::string XmlDocument::text(std::string_view head) const {
    char* serialised = CPLSerializeXMLTree(nodeOf(m_root.get()));
    std::string result = std::string(head) + serialised;
    CPLFree(serialised);
    return result;
}

} // namespace merestone
