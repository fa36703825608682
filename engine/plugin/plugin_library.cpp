// SPDX-License-Identifier: MIT
#include "plugin/plugin_library.hpp"

#include "base/text.hpp"
#include "plugin/library_place.hpp"
#include "plugin/plugin.hpp"

#include <dlfcn.h>
#include <set>

namespace merestone {

namespace {

using Path = std::filesystem::path;
using Factories = std::map<std::string, MeasureFactory, std::less<>>;

[[noreturn]] void refuse(const PluginDescription& plugin, const Path& file, const std::string& why) {
    throw Error(ErrorCode::plan, printable(file.string() + ": plugin '" + plugin.name + "' " + why));
}

void checkAbi(const PluginDescription& plugin, const Path& file, std::uint32_t abi) {
    if (const std::string why = whyNotThisAbi(abi); !why.empty()) {
        refuse(plugin, file, why);
    }
}

const MerestonePlugin& openLibrary(const PluginDescription& plugin, const Path& place) {
    void* library = dlopen(place.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr) {
        const char* why = dlerror();
        refuse(plugin, place,
               std::string("cannot be loaded: ") + (why == nullptr ? "the reason is not known" : why) +
                   "; build it against this version of Merestone");
    }
    const void* symbol = dlsym(library, "merestonePlugin");
    if (symbol == nullptr) {
        refuse(plugin, place, "is no plugin: it exports no 'merestonePlugin'; build it with merestone_add_plugin()");
    }
    return *static_cast<const MerestonePlugin*>(symbol);
}

void checkExported(const PluginDescription& plugin, const Path& place, const MerestonePlugin& exported) {
    checkAbi(plugin, place, exported.abi);
    if (exported.layout != pluginLayout()) {
        refuse(plugin, place, "was built with other headers or settings than this engine; build it again");
    }
    if (exported.name == nullptr || exported.name != plugin.name || exported.registerMeasures == nullptr) {
        refuse(plugin, place,
               std::string("calls itself '") + (exported.name == nullptr ? "" : exported.name) + "'; library and " +
                   kPluginFile + " must be of one build");
    }
}

class Collector final : public MeasureRegistrar {
public:
    void add(std::string_view kind, MeasureFactory make) override {
        if (make == nullptr || !m_factories.emplace(kind, make).second) {
            throw Error(ErrorCode::plan, "'" + std::string(kind) + "' is registered twice or without a factory");
        }
    }
    [[nodiscard]] Factories take() { return std::move(m_factories); }

private:
    Factories m_factories;
};

Factories registered(const PluginDescription& plugin, const Path& place, const MerestonePlugin& exported) {
    Collector collector;
    try {
        exported.registerMeasures(collector);
    } catch (const std::exception& error) {
        refuse(plugin, place, std::string("failed to register its measures: ") + error.what());
    } catch (...) {
        refuse(plugin, place, "failed to register its measures");
    }
    return collector.take();
}

void checkKinds(const PluginDescription& plugin, const Path& place, const Factories& factories) {
    std::set<std::string> described;
    for (const MeasureKind& kind : plugin.kinds) {
        described.insert(kind.name.kind);
        if (!factories.contains(kind.name.kind)) {
            refuse(plugin, place,
                   "does not register '" + kind.name.kind + "', which its " + kPluginFile + " describes");
        }
    }
    for (const auto& [kind, make] : factories) {
        if (!described.contains(kind)) {
            refuse(plugin, place, "registers '" + kind + "', which its " + kPluginFile + " does not describe");
        }
    }
}

} // namespace

void PluginLibrary::load() {
    checkAbi(m_description, m_description.file, m_description.abi);
    const LibraryPlace place = placeOfLibrary(m_description.folder / m_description.library, m_description.shelf);
    if (!place.refusal.empty()) {
        refuse(m_description, place.file, place.refusal);
    }
    const MerestonePlugin& exported = openLibrary(m_description, place.file);
    checkExported(m_description, place.file, exported);
    Factories factories = registered(m_description, place.file, exported);
    checkKinds(m_description, place.file, factories);
    m_factories = std::move(factories);
}

MeasureFactory PluginLibrary::factory(const std::string& kind) {
    const std::lock_guard lock(m_mutex);
    if (m_factories.empty()) {
        load();
    }
    return m_factories.at(kind); // described, so it is registered
}

bool PluginLibrary::loaded() const {
    const std::lock_guard lock(m_mutex);
    return !m_factories.empty();
}

} // namespace merestone
