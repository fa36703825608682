// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace merestone {

/// An optional value that costs one pointer when it is not there: for rare parts of things that come in hundred
/// thousands. Copies are deep. Reads like std::optional.
template <class T> class Boxed {
public:
    Boxed() = default;
    Boxed(std::nullopt_t) {}
    Boxed(T value) : m_value(std::make_unique<T>(std::move(value))) {}
    Boxed(const Boxed& other) : m_value(other.m_value ? std::make_unique<T>(*other.m_value) : nullptr) {}
    Boxed(Boxed&&) noexcept = default;
    Boxed& operator=(const Boxed& other) {
        Boxed copy(other);
        m_value = std::move(copy.m_value);
        return *this;
    }
    Boxed& operator=(Boxed&&) noexcept = default;
    ~Boxed() = default;

    [[nodiscard]] bool has_value() const noexcept { return m_value != nullptr; }
    explicit operator bool() const noexcept { return has_value(); }
    [[nodiscard]] const T& operator*() const { return *m_value; }
    [[nodiscard]] T& operator*() { return *m_value; }
    [[nodiscard]] const T* operator->() const { return m_value.get(); }
    [[nodiscard]] T* operator->() { return m_value.get(); }
    [[nodiscard]] T value_or(T fallback) const { return m_value ? *m_value : std::move(fallback); }
    void reset() noexcept { m_value.reset(); }

private:
    std::unique_ptr<T> m_value;
};

/// A text that many things share; holds one pointer to it. Reads like a const std::string.
class SharedText {
public:
    SharedText() = default;
    SharedText(std::string text)
        : m_text(text.empty() ? nullptr : std::make_shared<const std::string>(std::move(text))) {}
    SharedText(const char* text) : SharedText(std::string(text)) {}
    [[nodiscard]] const std::string& str() const noexcept {
        static const std::string kEmpty;
        return m_text ? *m_text : kEmpty;
    }
    operator const std::string&() const noexcept { return str(); }
    operator std::string_view() const noexcept { return str(); }
    [[nodiscard]] bool empty() const noexcept { return str().empty(); }
    friend bool operator==(const SharedText& a, const SharedText& b) noexcept {
        return a.m_text == b.m_text || a.str() == b.str();
    }
    friend bool operator==(const SharedText& a, std::string_view b) noexcept { return a.str() == b; }
    friend bool operator==(const SharedText& a, const std::string& b) noexcept { return a.str() == b; }
    friend bool operator==(const SharedText& a, const char* b) noexcept { return a.str() == b; }
    friend bool operator<(const SharedText& a, const SharedText& b) noexcept { return a.str() < b.str(); }
    friend std::string operator+(std::string a, const SharedText& b) { return std::move(a += b.str()); }
    friend std::string operator+(const SharedText& a, std::string_view b) { return std::string(a.str()).append(b); }

private:
    std::shared_ptr<const std::string> m_text;
};

} // namespace merestone
