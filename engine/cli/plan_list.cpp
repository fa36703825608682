// SPDX-License-Identifier: MIT
#include "cli/plan_list.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace merestone::cli {

namespace {

constexpr const char* kPlanFile = "plan.yaml";

bool hasPlan(const std::filesystem::path& folder) {
    std::error_code ignored;
    return std::filesystem::is_regular_file(folder / kPlanFile, ignored);
}

std::vector<std::filesystem::path> foldersIn(const std::filesystem::path& folder) {
    std::error_code error;
    std::vector<std::filesystem::path> folders;
    for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error)) {
        std::error_code ignored;
        if (entry->is_directory(ignored) && !entry->path().filename().string().starts_with('.')) {
            folders.push_back(entry->path());
        }
    }
    if (error) {
        throw Error(ErrorCode::input, printable(folder.string()) + ": cannot be read: " + error.message());
    }
    std::sort(folders.begin(), folders.end());
    return folders;
}

void addFolder(const std::filesystem::path& folder, std::vector<PlanTarget>& plans) {
    if (hasPlan(folder)) {
        plans.push_back({(folder / kPlanFile).string(), ""});
        return;
    }
    const std::vector<std::filesystem::path> folders = foldersIn(folder);
    if (std::none_of(folders.begin(), folders.end(), hasPlan)) {
        throw Error(ErrorCode::input, printable(folder.string()) + ": holds no " + kPlanFile +
                                          ", nor does a folder in it; name the plan file");
    }
    for (const std::filesystem::path& submission : folders) {
        const bool found = hasPlan(submission);
        plans.push_back({(found ? submission / kPlanFile : submission).string(),
                         found ? "" : printable(submission.string()) + ": holds no " + kPlanFile});
    }
}

/// Whether nothing lies in a folder but other folders.
bool holdsOnlyFolders(const std::filesystem::path& folder) {
    std::error_code error;
    bool some = false;
    for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error)) {
        std::error_code ignored;
        if (entry->path().filename().string().starts_with('.')) {
            continue;
        }
        if (!entry->is_directory(ignored)) {
            return false;
        }
        some = true;
    }
    return some;
}

} // namespace

std::vector<PlanTarget> plansOf(const std::vector<std::string>& targets) {
    std::vector<PlanTarget> plans;
    for (const std::string& target : targets) {
        std::error_code ignored;
        if (std::filesystem::is_directory(target, ignored)) {
            addFolder(target, plans);
        } else {
            plans.push_back({target, ""});
        }
    }
    return plans;
}

std::vector<std::string> submissionsOf(const std::vector<std::string>& targets) {
    std::vector<std::string> submissions;
    for (const std::string& target : targets) {
        if (!holdsOnlyFolders(target)) {
            submissions.push_back(target);
            continue;
        }
        for (const std::filesystem::path& folder : foldersIn(target)) {
            submissions.push_back(folder.string());
        }
    }
    return submissions;
}

} // namespace merestone::cli
