// SPDX-License-Identifier: MIT
#pragma once

#include <cpl_error.h>

#include <string>
#include <vector>

namespace merestone {

/// Settings of this process that every use of GDAL and PROJ in this room stands on: no network, no plugins from the
/// environment, no files written beside inputs, no SQL extensions. Cheap after the first call; any thread.
void prepareGdal();

/// Lets GDAL ask servers on this thread, or forbids it again, as it is at first. For rasters that name a server
/// themselves; no layer of a plan ever needs it.
void allowNetworkHere(bool allowed) noexcept;

/// Collects what GDAL says on this thread while it lives, instead of letting it print. Nothing throws from the C
/// handler; whoever made the call looks at failed() afterwards.
class GdalMessages {
public:
    GdalMessages();
    ~GdalMessages();
    GdalMessages(const GdalMessages&) = delete;
    GdalMessages& operator=(const GdalMessages&) = delete;

    [[nodiscard]] bool failed() const noexcept { return !m_failure.empty(); }
    /// The first failure, one printable line; empty if there was none.
    [[nodiscard]] const std::string& failure() const noexcept { return m_failure; }
    /// Whether what failed was the memory and not the data: GDAL and PROJ have no other way to say so.
    [[nodiscard]] bool outOfMemory() const noexcept;
    /// At most a few different warnings, each one printable line.
    [[nodiscard]] const std::vector<std::string>& warnings() const noexcept { return m_warnings; }
    void clear();

private:
    static void CPL_STDCALL record(CPLErr kind, CPLErrorNum number, const char* text) noexcept;
    void add(CPLErr kind, const char* raw);

    std::string m_failure;
    std::vector<std::string> m_warnings;
};

} // namespace merestone
