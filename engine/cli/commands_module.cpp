// SPDX-License-Identifier: MIT
#include "cli/commands_module.hpp"

#include "cli/run_command.hpp"

#include <dlfcn.h>
#include <stdexcept>
#include <string>

namespace merestone::cli {

int runInModule(const Options& options) {
    // Looked for where this program's RUNPATH points: beside it in the build, in the library folder when installed.
    void* module = dlopen(MERESTONE_MODULE, RTLD_LAZY | RTLD_GLOBAL);
    if (module == nullptr) {
        throw std::runtime_error(std::string("cannot be started: ") + dlerror() + "; install it again");
    }
    void* symbol = dlsym(module, "merestoneRunCommand");
    if (symbol == nullptr) {
        throw std::runtime_error("cannot be started: " MERESTONE_MODULE " is of another version; install it again");
    }
    return reinterpret_cast<decltype(&merestoneRunCommand)>(symbol)(&options);
}

} // namespace merestone::cli
