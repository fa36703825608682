// SPDX-License-Identifier: MIT
#include "exchange/export/text_file.hpp"

#include "exchange/descriptor_stream.hpp"

namespace merestone {

void writeTextFile(const std::filesystem::path& file, std::string_view text) {
    DescriptorStream out(file, file.filename().string());
    out.write(text.data(), static_cast<std::streamsize>(text.size()));
    out.finish();
}

} // namespace merestone
