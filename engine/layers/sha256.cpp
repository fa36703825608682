// SPDX-License-Identifier: MIT
#include "layers/sha256.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <array>
#include <fstream>
#include <openssl/evp.h>
#include <string_view>
#include <vector>

namespace merestone {

namespace {

constexpr std::size_t kChunk = std::size_t{1} << 18;

[[noreturn]] void fail() {
    throw Error(ErrorCode::internal, "SHA-256 cannot be computed by the installed OpenSSL");
}

} // namespace

void Sha256::Deleter::operator()(evp_md_ctx_st* context) const noexcept {
    EVP_MD_CTX_free(context);
}

Sha256::Sha256() : m_context(EVP_MD_CTX_new()) {
    if (!m_context || EVP_DigestInit_ex(m_context.get(), EVP_sha256(), nullptr) != 1) {
        fail();
    }
}

Sha256::~Sha256() = default;

void Sha256::addFile(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::vector<char> buffer(kChunk);
    while (stream) {
        stream.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        const auto got = static_cast<std::size_t>(stream.gcount());
        if (got > 0 && EVP_DigestUpdate(m_context.get(), buffer.data(), got) != 1) {
            fail();
        }
    }
    if (!stream.eof()) {
        throw Error(ErrorCode::input, printable(file.string()) + ": cannot be read to its end; is it still there?");
    }
}

std::string Sha256::finish() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
    unsigned length = 0;
    if (EVP_DigestFinal_ex(m_context.get(), bytes.data(), &length) != 1) {
        fail();
    }
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    for (unsigned i = 0; i < length; ++i) {
        text += kDigits[bytes[i] >> 4U];
        text += kDigits[bytes[i] & 15U];
    }
    return text;
}

} // namespace merestone
