// SPDX-License-Identifier: MIT
#include "layers/column_builder.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cpl_conv.h>
#include <cpl_string.h>
#include <functional>

namespace merestone {

TextDecoder::TextDecoder(std::string encoding) : m_encoding(std::move(encoding)) {
    if (lowered(m_encoding) == "utf-8" || lowered(m_encoding) == "utf8") {
        m_encoding.clear();
    }
}

std::string_view TextDecoder::decode(std::string_view bytes) {
    if (m_encoding.empty()) {
        if (isUtf8(bytes)) {
            return bytes;
        }
        m_buffer = toUtf8(bytes, &m_replaced);
        return m_buffer;
    }
    char* recoded = CPLRecode(std::string(bytes).c_str(), m_encoding.c_str(), CPL_ENC_UTF8);
    m_buffer = toUtf8(recoded == nullptr ? bytes : std::string_view(recoded), &m_replaced);
    CPLFree(recoded);
    return m_buffer;
}

bool parseNumber(std::string_view text, double& value) noexcept {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) {
        text.remove_prefix(1);
    }
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) {
        text.remove_suffix(1);
    }
    if (text.size() > 1 && text.front() == '+' && text[1] != '-') {
        text.remove_prefix(1);
    }
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() && !text.empty();
}

ColumnBuilder::ColumnBuilder(std::string name, ColumnType type) {
    m_column.name = std::move(name);
    m_column.type = type;
}

void ColumnBuilder::reserve(std::size_t rows) {
    if (m_column.isText()) {
        m_column.codes.reserve(rows);
    } else {
        m_column.numbers.reserve(rows);
    }
}

void ColumnBuilder::addNull() {
    if (m_column.isText()) {
        m_column.codes.push_back(Column::kNull);
    } else {
        m_column.numbers.push_back(std::numeric_limits<double>::quiet_NaN());
    }
}

void ColumnBuilder::addNumber(double value) {
    if (!m_column.isText()) {
        m_column.numbers.push_back(std::isfinite(value) ? value : std::numeric_limits<double>::quiet_NaN());
    } else if (std::isfinite(value)) {
        m_column.codes.push_back(code(shortest(value)));
    } else {
        addNull();
    }
}

void ColumnBuilder::addInteger(long long value) {
    if (m_column.isText()) {
        m_column.codes.push_back(code(std::to_string(value)));
    } else {
        m_column.numbers.push_back(static_cast<double>(value));
    }
}

void ColumnBuilder::addText(std::string_view text) {
    if (m_column.isText()) {
        m_column.codes.push_back(code(text));
        return;
    }
    double value = 0.0;
    if (parseNumber(text, value)) {
        addNumber(value);
    } else if (m_column.type == ColumnType::boolean && (lowered(text) == "true" || lowered(text) == "false")) {
        addNumber(lowered(text) == "true" ? 1.0 : 0.0);
    } else {
        if (m_notNumbers++ == 0) {
            m_example = std::string(text);
        }
        addNull();
    }
}

std::uint32_t ColumnBuilder::code(std::string_view text) {
    std::vector<std::string>& texts = m_column.dictionary;
    if ((texts.size() + 1) * 2 > m_slots.size()) {
        growSlots();
    }
    const std::size_t mask = m_slots.size() - 1;
    std::size_t at = std::hash<std::string_view>{}(text)&mask;
    while (m_slots[at] != Column::kNull) {
        if (texts[m_slots[at]] == text) {
            return m_slots[at];
        }
        at = (at + 1) & mask;
    }
    m_slots[at] = static_cast<std::uint32_t>(texts.size());
    texts.emplace_back(text);
    return m_slots[at];
}

void ColumnBuilder::growSlots() {
    constexpr std::size_t kFirstSlots = 64;
    m_slots.assign(std::max(kFirstSlots, m_slots.size() * 2), Column::kNull);
    const std::size_t mask = m_slots.size() - 1;
    for (std::size_t i = 0; i < m_column.dictionary.size(); ++i) {
        std::size_t at = std::hash<std::string_view>{}(m_column.dictionary[i]) & mask;
        while (m_slots[at] != Column::kNull) {
            at = (at + 1) & mask;
        }
        m_slots[at] = static_cast<std::uint32_t>(i);
    }
}

void ColumnBuilder::compact(std::size_t first, const std::vector<char>& keep) {
    const auto squeeze = [&](auto& values) {
        std::size_t to = first;
        for (std::size_t i = 0; i < keep.size(); ++i) {
            if (keep[i] != 0) {
                values[to++] = values[first + i];
            }
        }
        m_compacted = m_compacted || to != values.size();
        values.resize(to);
    };
    if (m_column.isText()) {
        squeeze(m_column.codes);
    } else {
        squeeze(m_column.numbers);
    }
}

void ColumnBuilder::dropUnusedTexts() {
    std::vector<std::uint32_t> renumbered(m_column.dictionary.size(), Column::kNull);
    std::vector<std::string> used;
    for (std::uint32_t& each : m_column.codes) {
        if (each == Column::kNull) {
            continue;
        }
        if (renumbered[each] == Column::kNull) {
            renumbered[each] = static_cast<std::uint32_t>(used.size());
            used.push_back(std::move(m_column.dictionary[each]));
        }
        each = renumbered[each];
    }
    m_column.dictionary = std::move(used);
}

Column ColumnBuilder::take() {
    if (m_compacted && m_column.isText()) {
        dropUnusedTexts();
    }
    m_slots = {};
    return std::move(m_column);
}

} // namespace merestone
