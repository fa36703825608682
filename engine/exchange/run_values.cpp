// SPDX-License-Identifier: MIT
#include "exchange/run_values.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <fstream>
#include <nlohmann/json.hpp>

namespace merestone {

void RunValue::fail(const std::string& what) const {
    throw Error(ErrorCode::input, m_file + ": " + (m_place.empty() ? "it" : m_place) + " " + what +
                                      "; write it anew with merestone check --format json");
}

bool RunValue::isNull() const noexcept {
    return m_value->is_null();
}

bool RunValue::has(std::string_view key) const {
    return m_value->is_object() && m_value->contains(key);
}

RunValue RunValue::operator[](std::string_view key) const {
    if (!has(key)) {
        fail("has no '" + std::string(key) + "'");
    }
    return {(*m_value)[std::string(key)], m_file, m_place + "/" + std::string(key)};
}

std::string RunValue::text() const {
    if (!m_value->is_string()) {
        fail("is no text");
    }
    return m_value->get<std::string>();
}

std::string RunValue::textOrNull() const {
    return isNull() ? std::string() : text();
}

std::optional<double> RunValue::numberOrNull() const {
    if (isNull()) {
        return std::nullopt;
    }
    if (!m_value->is_number()) {
        fail("is no number");
    }
    return m_value->get<double>();
}

std::size_t RunValue::count() const {
    if (!m_value->is_number_unsigned()) {
        fail("is no count");
    }
    return m_value->get<std::size_t>();
}

bool RunValue::flag() const {
    if (!m_value->is_boolean()) {
        fail("is neither true nor false");
    }
    return m_value->get<bool>();
}

void RunValue::each(const std::function<void(const RunValue&)>& visit) const {
    if (!m_value->is_array()) {
        fail("is no list");
    }
    std::size_t number = 0;
    for (const auto& element : *m_value) {
        visit({element, m_file, m_place + "/" + std::to_string(number++)});
    }
}

void RunValue::eachMember(const std::function<void(const std::string&, const RunValue&)>& visit) const {
    if (!m_value->is_object()) {
        fail("is no object");
    }
    for (const auto& [key, value] : m_value->items()) {
        visit(key, {value, m_file, m_place + "/" + key});
    }
}

RunDocument::~RunDocument() = default;

RunDocument::RunDocument(const std::filesystem::path& file) : m_file(printable(file.string())) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
        throw Error(ErrorCode::input,
                    m_file + ": cannot be read; name a file that merestone check --format json wrote");
    }
    try {
        m_json = std::make_unique<nlohmann::ordered_json>(nlohmann::ordered_json::parse(stream));
    } catch (const nlohmann::json::exception& error) {
        throw Error(ErrorCode::input, m_file + ": is no JSON: " + printable(error.what()) +
                                          "; name a file that merestone check --format json wrote");
    }
}

} // namespace merestone
