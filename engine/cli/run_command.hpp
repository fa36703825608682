// SPDX-License-Identifier: MIT
#pragma once

#include "cli/options.hpp"

/// Entry point of the commands module: runs a command and gives the exit status. Reports every error itself, one
/// line each on standard error; nothing is thrown.
extern "C" int merestoneRunCommand(const merestone::cli::Options* options) noexcept;
