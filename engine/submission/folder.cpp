// SPDX-License-Identifier: MIT
#include "submission/folder.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <system_error>

namespace merestone {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostEntries = 1'000'000;
constexpr std::size_t kMostOfOneKind = 20; ///< a submission has one of each; what comes after is only named

constexpr std::string_view kDocuments = ".pdf .txt .md .html .htm .docx .odt .doc .rtf ";
constexpr std::string_view kSpatial = ".gpkg .geojson .json .shp .zip .gml .kml .fgb .tab .mif ";
constexpr std::string_view kTables = ".csv .xlsx .ods ";
constexpr std::string_view kPlans = ".yaml ";

/// How files of a kind are called: names that begin so and go on with no letter.
struct NamePattern {
    ItemKind kind;
    std::string_view begin;
    std::string_view extensions;
};

constexpr std::array kPatterns{
    NamePattern{ItemKind::plan, "plan", kDocuments},
    NamePattern{ItemKind::plan, "neighbourhood-plan", kDocuments},
    NamePattern{ItemKind::basicConditions, "basic-conditions", kDocuments},
    NamePattern{ItemKind::consultation, "consultation", kDocuments},
    NamePattern{ItemKind::screening, "sea", kDocuments},
    NamePattern{ItemKind::screening, "screening", kDocuments},
    NamePattern{ItemKind::habitats, "habitats", kDocuments},
    NamePattern{ItemKind::habitats, "hra", kDocuments},
    NamePattern{ItemKind::modification, "modification", kDocuments},
    NamePattern{ItemKind::constitution, "constitution", kDocuments},
    NamePattern{ItemKind::area, "area", kSpatial},
    NamePattern{ItemKind::designatedArea, "designated", kSpatial},
    NamePattern{ItemKind::otherAreas, "other-areas", kSpatial},
    NamePattern{ItemKind::policyMap, "policies", kSpatial},
    NamePattern{ItemKind::sites, "sites", kTables},
    NamePattern{ItemKind::schedule1, "schedule1", kTables},
    NamePattern{ItemKind::dates, "dates", kTables},
    NamePattern{ItemKind::forum, "forum", kTables},
    NamePattern{ItemKind::responses, "responses", kTables},
    NamePattern{ItemKind::planFile, "plan", kPlans},
};

bool isLetterOrDigit(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/// "Basic_Conditions Statement" -> "basic-conditions-statement".
std::string comparable(const std::string& name) {
    std::string result = lowered(name);
    std::replace_if(
        result.begin(), result.end(), [](char c) { return c == '_' || c == ' '; }, '-');
    return result;
}

std::optional<ItemKind> kindOf(const fs::path& name) {
    const std::string stem = comparable(name.stem().string());
    const std::string extension = lowered(name.extension().string()) + " ";
    for (const NamePattern& pattern : kPatterns) {
        const bool goesOn = stem.size() > pattern.begin.size() && isLetterOrDigit(stem[pattern.begin.size()]);
        if (stem.starts_with(pattern.begin) && !goesOn && extension.size() > 1 &&
            pattern.extensions.find(extension) != std::string_view::npos) {
            return pattern.kind;
        }
    }
    return std::nullopt;
}

bool isInside(const fs::path& file, const fs::path& folder) {
    const fs::path way = file.lexically_relative(folder);
    return !way.empty() && *way.begin() != "..";
}

/// Fills in path and size, or the reason why it is not read.
void look(FolderItem& item, const fs::path& entry, const fs::path& folder) {
    std::error_code error;
    const fs::path resolved = fs::canonical(entry, error);
    if (error) {
        item.problem = "is a link that leads nowhere; put the file itself there";
        return;
    }
    if (!isInside(resolved, folder)) {
        item.problem = "is a link that leads out of the folder; put the file itself there";
        return;
    }
    const fs::file_status status = fs::status(resolved, error);
    if (fs::is_directory(status)) {
        item.problem = "is a folder; put the file itself there";
    } else if (!fs::is_regular_file(status)) {
        item.problem = "is no regular file; put the file itself there";
    } else {
        item.bytes = fs::file_size(resolved, error);
        item.path = resolved;
        if (error || item.bytes == 0) {
            item.problem = error ? "cannot be looked at: " + error.message() : "is empty; put the real file there";
        }
    }
}

std::vector<fs::path> entriesOf(const fs::path& folder) {
    std::vector<fs::path> names;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        if (names.size() == kMostEntries) {
            throw Error(ErrorCode::input, printable(folder.string()) +
                                              ": holds more than a million entries; name the submission's own folder");
        }
        names.push_back(it->path().filename());
    }
    if (error) {
        throw Error(ErrorCode::input, printable(folder.string()) + ": cannot be listed: " + error.message() +
                                          "; name the folder of a submission");
    }
    std::sort(names.begin(), names.end()); // nothing may depend on the order of the disk
    return names;
}

} // namespace

const char* itemName(ItemKind kind) noexcept {
    switch (kind) {
    case ItemKind::plan:
        return "plan";
    case ItemKind::basicConditions:
        return "basic_conditions";
    case ItemKind::consultation:
        return "consultation_statement";
    case ItemKind::screening:
        return "sea";
    case ItemKind::habitats:
        return "habitats";
    case ItemKind::modification:
        return "modification_statement";
    case ItemKind::constitution:
        return "constitution";
    case ItemKind::area:
        return "area_map";
    case ItemKind::designatedArea:
        return "designated_area";
    case ItemKind::otherAreas:
        return "other_areas";
    case ItemKind::policyMap:
        return "policies_map";
    case ItemKind::sites:
        return "sites";
    case ItemKind::schedule1:
        return "schedule1";
    case ItemKind::dates:
        return "dates";
    case ItemKind::forum:
        return "forum";
    case ItemKind::responses:
        return "responses";
    case ItemKind::planFile:
        return "plan_file";
    }
    return "";
}

std::vector<const FolderItem*> SubmissionFolder::of(ItemKind kind) const {
    std::vector<const FolderItem*> found;
    for (const FolderItem& item : items) {
        if (item.kind == kind) {
            found.push_back(&item);
        }
    }
    return found;
}

const FolderItem* SubmissionFolder::only(ItemKind kind) const {
    const std::vector<const FolderItem*> found = of(kind);
    return found.size() == 1 ? found.front() : nullptr;
}

SubmissionFolder readFolder(const fs::path& folder) {
    std::error_code error;
    SubmissionFolder result;
    result.path = fs::canonical(folder, error);
    if (error || !fs::is_directory(result.path)) {
        throw Error(ErrorCode::input,
                    printable(folder.string()) + ": there is no such folder; name that of a submission");
    }
    std::array<std::size_t, kPatterns.size()> counts{};
    for (const fs::path& name : entriesOf(result.path)) {
        const std::optional<ItemKind> kind = kindOf(name);
        if (!kind) {
            ++result.others;
            continue;
        }
        FolderItem item;
        item.kind = *kind;
        item.name = printable(name.string());
        if (++counts[static_cast<std::size_t>(*kind)] > kMostOfOneKind) {
            item.problem = "is one of too many of its kind; keep the one that is submitted";
        } else {
            look(item, result.path / name, result.path);
        }
        result.items.push_back(std::move(item));
    }
    return result;
}

} // namespace merestone
