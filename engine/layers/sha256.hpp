// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>
#include <string>

struct evp_md_ctx_st;

namespace merestone {

/// SHA-256 of one or more files, one after the other. Throws Error(input) that names the file when one cannot be read.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;

    void addFile(const std::filesystem::path& file);
    /// Lower-case hex; nothing can be added after it.
    [[nodiscard]] std::string finish();

private:
    struct Deleter {
        void operator()(evp_md_ctx_st* context) const noexcept;
    };
    std::unique_ptr<evp_md_ctx_st, Deleter> m_context;
};

} // namespace merestone
