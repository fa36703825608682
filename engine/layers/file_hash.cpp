// SPDX-License-Identifier: MIT
#include "layers/read_layer.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "layers/sha256.hpp"
#include "layers/source_path.hpp"

namespace merestone {

std::string fileSha256(const LayerRequest& request) {
    if (isDatabase(request)) {
        return {};
    }
    const SourceFile file = findSourceFile(request);
    Sha256 digest;
    try {
        digest.addFile(file.path);
        if (lowered(file.path.extension().string()) == ".shp") {
            for (const char* suffix : {".dbf", ".shx"}) {
                const std::filesystem::path part = companion(file.path, suffix);
                if (!part.empty()) {
                    digest.addFile(part);
                }
            }
        }
        return digest.finish();
    } catch (const Error&) {
        failRequest(request, "the file cannot be read to its end");
    }
}

} // namespace merestone
