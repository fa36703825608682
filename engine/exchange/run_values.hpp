// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace merestone {

/// A value of the JSON of a run with the place where it stands. Every function throws Error(input) naming the file and
/// that place when the value is of another kind than asked for. Must not outlive its document.
class RunValue {
public:
    RunValue(const nlohmann::ordered_json& value, std::string file, std::string place)
        : m_value(&value), m_file(std::move(file)), m_place(std::move(place)) {}

    [[nodiscard]] bool has(std::string_view key) const;
    [[nodiscard]] RunValue operator[](std::string_view key) const;
    [[nodiscard]] bool isNull() const noexcept;
    [[nodiscard]] std::string text() const;
    [[nodiscard]] std::string textOrNull() const; ///< null is an empty text
    [[nodiscard]] std::optional<double> numberOrNull() const;
    [[nodiscard]] std::size_t count() const;
    [[nodiscard]] bool flag() const;
    void each(const std::function<void(const RunValue&)>& visit) const;
    void eachMember(const std::function<void(const std::string&, const RunValue&)>& visit) const;
    [[noreturn]] void fail(const std::string& what) const;

private:
    const nlohmann::ordered_json* m_value;
    std::string m_file;
    std::string m_place;
};

/// A JSON file, read whole. Throws Error(input) when it is none.
class RunDocument {
public:
    explicit RunDocument(const std::filesystem::path& file);
    ~RunDocument();
    RunDocument(const RunDocument&) = delete;
    RunDocument& operator=(const RunDocument&) = delete;
    [[nodiscard]] RunValue root() const { return {*m_json, m_file, ""}; }

private:
    std::string m_file;
    std::unique_ptr<nlohmann::ordered_json> m_json;
};

} // namespace merestone
