// SPDX-License-Identifier: MIT
#include "base/text.hpp"
#include "plan/pack.hpp"

#include <cstdlib>
#include <dlfcn.h>
#include <optional>

namespace merestone {

namespace {

using Path = std::filesystem::path;

std::optional<Path> folderOfProgram() {
    std::error_code error;
    const Path program = std::filesystem::read_symlink("/proc/self/exe", error);
    return error ? std::nullopt : std::optional(program.parent_path());
}

/// Of the library that this code is in, or of the program where it is linked in.
std::optional<Path> folderOfLibrary() {
    Dl_info information{};
    static const char kHere = 0;
    if (dladdr(&kHere, &information) == 0 || information.dli_fname == nullptr) {
        return std::nullopt;
    }
    std::error_code error;
    const Path library = std::filesystem::canonical(information.dli_fname, error);
    return error ? std::nullopt : std::optional(library.parent_path());
}

std::optional<Path> existing(const Path& folder) {
    std::error_code error;
    return std::filesystem::is_directory(folder, error) ? std::optional(folder.lexically_normal()) : std::nullopt;
}

/// Adds the folder of packs and the folder of plugins as seen from `place`; nothing where the first is not there.
bool addExisting(std::vector<Path>& folders, const std::optional<Path>& place, const char* packs, const char* plugins) {
    const std::optional<Path> found = place ? existing(*place / packs) : std::nullopt;
    if (!found) {
        return false;
    }
    folders.push_back(*found);
    if (const std::optional<Path> libraries = existing(*place / plugins)) {
        folders.push_back(*libraries);
    }
    return true;
}

/// The folders that came with this program: where it was installed, else where it was built. Packs are data and stand
/// under share/; plugins are shared objects and stand under lib/.
void addOwnFolders(std::vector<Path>& folders) {
#ifdef MERESTONE_INSTALL_PACKS
    if (addExisting(folders, folderOfProgram(), MERESTONE_INSTALL_PACKS, MERESTONE_INSTALL_PLUGINS) ||
        addExisting(folders, folderOfLibrary(), MERESTONE_INSTALL_PACKS_FROM_LIBRARY,
                    MERESTONE_INSTALL_PLUGINS_FROM_LIBRARY)) {
        return;
    }
#endif
#ifdef MERESTONE_BUILD_PACKS
    addExisting(folders, Path("/"), MERESTONE_BUILD_PACKS, MERESTONE_BUILD_PLUGINS);
#endif
}

} // namespace

std::vector<std::filesystem::path> pluginFolders() {
    std::vector<Path> folders;
    const char* variable = std::getenv("MERESTONE_PLUGIN_PATH");
    std::string_view rest = variable == nullptr ? std::string_view() : std::string_view(variable);
    while (!rest.empty()) {
        const std::string_view entry = rest.substr(0, rest.find(':'));
        rest.remove_prefix(std::min(entry.size() + 1, rest.size()));
        if (entry.empty()) {
            continue;
        }
        if (entry.front() != '/') { // it would depend on the working directory, which may be a stranger's
            throw Error(ErrorCode::usage, "MERESTONE_PLUGIN_PATH: '" + printable(entry) +
                                              "' is no absolute path; write the whole path of each folder");
        }
        folders.emplace_back(entry);
    }
    addOwnFolders(folders);
    return folders;
}

} // namespace merestone
