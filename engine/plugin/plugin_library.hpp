// SPDX-License-Identifier: MIT
#pragma once

#include "plugin/plugin_description.hpp"

#include <map>
#include <mutex>

namespace merestone {

/// The shared object of a plugin, loaded when the first of its measures is made and never unloaded: objects and
/// functions of it may be in use until the process ends. Any thread.
class PluginLibrary {
public:
    explicit PluginLibrary(PluginDescription description) : m_description(std::move(description)) {}

    /// What makes a kind; loads the library when that has not happened. Throws Error(plan), in one line with the
    /// remedy, when it cannot be loaded or used: it is not there, leads out of the plugin folder (as a symbolic link
    /// does), is no plugin, was built for another interface, or registers other kinds than it describes. The numbers
    /// of the interface are compared before any of its code runs, and again before any of it is called.
    [[nodiscard]] MeasureFactory factory(const std::string& kind);

    [[nodiscard]] const PluginDescription& description() const noexcept { return m_description; }
    [[nodiscard]] bool loaded() const;

private:
    void load();

    PluginDescription m_description;
    mutable std::mutex m_mutex;
    std::map<std::string, MeasureFactory, std::less<>> m_factories; ///< empty: not loaded
};

} // namespace merestone
