// SPDX-License-Identifier: MIT
#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/result_output.hpp"
#include "exchange/descriptor_stream.hpp"
#include "exchange/publish.hpp"
#include "plan/plan_template.hpp"

#include <filesystem>
#include <system_error>

namespace merestone::cli {

namespace {

constexpr const char* kPlanFile = "plan.yaml";

void makeFolder(const std::filesystem::path& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) {
        throw Error(ErrorCode::output,
                    printable(folder.string()) + ": cannot be made: " + error.message() + "; name another folder");
    }
}

} // namespace

int runNew(const Options& options) {
    const std::filesystem::path file = std::filesystem::path(options.targets.front()) / kPlanFile;
    std::error_code ignored;
    if (std::filesystem::exists(std::filesystem::symlink_status(file, ignored))) {
        throw Error(ErrorCode::output,
                    printable(file.string()) + ": is there already and is left as it is; name another folder");
    }
    makeFolder(file.parent_path());
    publishFile(file, [&](const std::filesystem::path& staged) {
        DescriptorStream out(staged, file.string());
        out << (options.starter ? starterPlanTemplate() : planTemplate());
        out.finish();
    });
    ResultOutput output("");
    output.write([&](std::ostream& out) {
        const std::string name = printable(file.string());
        out << "Wrote " << name << ". Put your data beside it, fill it in, and run\n  merestone check " << name << '\n';
    });
    return 0;
}

} // namespace merestone::cli
