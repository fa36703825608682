// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace merestone {

/// An element of an XML document being made, on GDAL's tree. Texts are escaped; characters that XML does not allow
/// are left out, broken UTF-8 is replaced. A handle: the document owns the element.
class XmlElement {
public:
    /// Adds an element, with a text if there is one.
    XmlElement add(const std::string& name, std::string_view text = {}) const;
    const XmlElement& set(const std::string& attribute, std::string_view value) const;
    const XmlElement& set(const std::string& attribute, double value) const;
    const XmlElement& set(const std::vector<std::pair<const char*, std::string>>& attributes) const;

private:
    friend class XmlDocument;
    explicit XmlElement(void* node) : m_node(node) {}
    void* m_node; ///< CPLXMLNode
};

class XmlDocument {
public:
    explicit XmlDocument(const std::string& root);
    [[nodiscard]] XmlElement root() const;
    /// UTF-8, behind `head`: a declaration or a document type.
    [[nodiscard]] std::string text(std::string_view head) const;

private:
    struct Free {
        void operator()(void* node) const noexcept;
    };
    std::unique_ptr<void, Free> m_root;
};

} // namespace merestone
