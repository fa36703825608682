// SPDX-License-Identifier: MIT
#include "cli/map_program.hpp"

#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <system_error>
#include <unistd.h>

namespace merestone::cli {

std::filesystem::path mapProgram() {
    std::error_code error;
    const std::filesystem::path folder = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
    for (const std::filesystem::path& place : {folder, folder / MERESTONE_LIBEXEC}) {
        std::filesystem::path program = (place / "merestone-map").lexically_normal();
        if (!error && access(program.c_str(), F_OK) == 0) {
            return program;
        }
    }
    return {};
}

void becomeMapProgram(const std::vector<std::string>& arguments) {
    const std::string program = mapProgram().string();
    if (program.empty()) {
        throw std::runtime_error(
            "map: the program that draws maps is not installed; it comes with the viewer: install that, "
            "or build with -DMERESTONE_VIEWER=ON");
    }
    std::vector<char*> command{const_cast<char*>(program.c_str())}; // execv changes nothing
    for (const std::string& argument : arguments) {
        command.push_back(const_cast<char*>(argument.c_str()));
    }
    command.push_back(nullptr);
    execv(program.c_str(), command.data());
    throw std::runtime_error("cannot start " + program + ": " + std::strerror(errno) + "; install it again");
}

} // namespace merestone::cli
