// SPDX-License-Identifier: MIT
#include "layers/read_layer.hpp"

#include "layers/source_path.hpp"

#include "base/text.hpp"

#include <array>
#include <fstream>
#include <memory>
#include <openssl/evp.h>

namespace merestone {

namespace {

struct DigestDeleter {
    void operator()(EVP_MD_CTX* context) const noexcept { EVP_MD_CTX_free(context); }
};
using Digest = std::unique_ptr<EVP_MD_CTX, DigestDeleter>;

void addFile(const LayerRequest& request, const std::filesystem::path& path, EVP_MD_CTX* digest) {
    constexpr std::size_t kChunk = std::size_t{1} << 18;
    std::ifstream stream(path, std::ios::binary);
    std::vector<char> buffer(kChunk);
    while (stream) {
        stream.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        const auto got = static_cast<std::size_t>(stream.gcount());
        if (got > 0 && EVP_DigestUpdate(digest, buffer.data(), got) != 1) {
            failRequest(request, "its SHA-256 cannot be computed");
        }
    }
    if (!stream.eof()) {
        failRequest(request, "the file cannot be read to its end");
    }
}

} // namespace

std::string fileSha256(const LayerRequest& request) {
    if (isDatabase(request)) {
        return {};
    }
    const SourceFile file = findSourceFile(request);
    const Digest digest(EVP_MD_CTX_new());
    if (!digest || EVP_DigestInit_ex(digest.get(), EVP_sha256(), nullptr) != 1) {
        failRequest(request, "its SHA-256 cannot be computed");
    }
    addFile(request, file.path, digest.get());
    if (lowered(file.path.extension().string()) == ".shp") {
        for (const char* suffix : {".dbf", ".shx"}) {
            const std::filesystem::path part = companion(file.path, suffix);
            if (!part.empty()) {
                addFile(request, part, digest.get());
            }
        }
    }
    std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
    unsigned length = 0;
    if (EVP_DigestFinal_ex(digest.get(), bytes.data(), &length) != 1) {
        failRequest(request, "its SHA-256 cannot be computed");
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
