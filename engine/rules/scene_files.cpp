// SPDX-License-Identifier: MIT
#include "rules/scene_files.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>

namespace merestone {

namespace {

std::string readText(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::string text((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
    if (!stream.is_open() || stream.bad()) {
        throw Error(ErrorCode::input, printable(file.string()) + ": cannot be read; check that it is a file and yours");
    }
    return text;
}

bool isYaml(const std::filesystem::directory_entry& entry) {
    return entry.is_regular_file() && !entry.is_symlink() &&
           (entry.path().extension() == ".yaml" || entry.path().extension() == ".yml");
}

/// Those of a folder of topics, of a topic, or of its scenes. What lies deeper is of no topic: the sources of a plugin,
/// such as plugins/template, hold topics of their own.
std::vector<std::filesystem::path> yamlFilesIn(const std::filesystem::path& folder) {
    constexpr int kTopicAndScenes = 2;
    std::vector<std::filesystem::path> files;
    for (std::filesystem::recursive_directory_iterator it(folder), end; it != end; ++it) {
        if (isYaml(*it)) {
            files.push_back(it->path());
        } else if (it.depth() >= kTopicAndScenes) {
            it.disable_recursion_pending();
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace

std::vector<ScenePath> findSceneFiles(const std::vector<std::filesystem::path>& filesOrFolders) {
    std::vector<ScenePath> files;
    for (const std::filesystem::path& path : filesOrFolders) {
        if (std::filesystem::is_directory(path)) {
            for (const std::filesystem::path& file : yamlFilesIn(path)) {
                files.push_back({file, true});
            }
        } else if (std::filesystem::exists(path)) {
            files.push_back({path, false});
        } else {
            throw Error(ErrorCode::input, printable(path.string()) + ": there is no such file or folder of scenes");
        }
    }
    return files;
}

std::optional<SceneFile> readScenes(const ScenePath& path) {
    const std::string text = readText(path.file);
    if (path.mayBeOther && !isSceneText(text, path.file)) {
        return std::nullopt;
    }
    return parseScenes(text, path.file);
}

} // namespace merestone
