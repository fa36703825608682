// SPDX-License-Identifier: MIT
#include "report/base64.hpp"

#include "base/error.hpp"

#include <array>
#include <openssl/evp.h>

namespace merestone {

std::string base64(std::string_view bytes) {
    std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0'); // OpenSSL ends it with a null
    const int length =
        EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()),
                        reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
    text.resize(static_cast<std::size_t>(length));
    return text;
}

std::string contentHash(std::string_view text) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned length = 0;
    if (EVP_Digest(text.data(), text.size(), digest.data(), &length, EVP_sha256(), nullptr) != 1) {
        throw Error(ErrorCode::internal, "SHA-256 cannot be computed by the installed OpenSSL");
    }
    return "sha256-" + base64({reinterpret_cast<const char*>(digest.data()), length});
}

} // namespace merestone
