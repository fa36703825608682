// SPDX-License-Identifier: MIT
#include "cli/map_program.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <stdexcept>
#include <unistd.h>

namespace merestone::cli {

void becomeMapProgram(const std::vector<std::string>& arguments) {
    std::error_code error;
    const std::filesystem::path folder = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
    std::vector<char*> list;
    for (const std::string& argument : arguments) {
        list.push_back(const_cast<char*>(argument.c_str())); // execv changes nothing
    }
    list.push_back(nullptr);
    for (const std::filesystem::path& place : {folder, folder / MERESTONE_LIBEXEC}) {
        const std::string program = (place / "merestone-map").lexically_normal().string();
        if (error || access(program.c_str(), F_OK) != 0) {
            continue;
        }
        std::vector<char*> command{const_cast<char*>(program.c_str())};
        command.insert(command.end(), list.begin(), list.end());
        execv(program.c_str(), command.data());
        throw std::runtime_error("cannot start " + program + ": " + std::strerror(errno) + "; install it again");
    }
    throw std::runtime_error(
        "map: the program that draws maps is not installed; it comes with the viewer: install that, "
        "or build with -DMERESTONE_VIEWER=ON");
}

} // namespace merestone::cli
