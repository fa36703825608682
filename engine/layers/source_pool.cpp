// SPDX-License-Identifier: MIT
#include "layers/source_pool_state.hpp"

namespace merestone {

namespace {

constexpr std::size_t kMostOpen = 64; // each may hold a few file descriptors

std::string keyOf(const LayerRequest& request) {
    return request.baseDirectory.string() + '\n' + request.source + '\n' + request.encoding;
}

} // namespace

SourcePool::SourcePool() : m_state(std::make_unique<State>()) {}
SourcePool::~SourcePool() = default;

std::optional<OpenedSource> SourcePool::State::take(const LayerRequest& request, const RunContext& context) {
    std::optional<OpenedSource> source;
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_open.find(keyOf(request));
        if (found == m_open.end()) {
            return std::nullopt;
        }
        source = std::move(found->second);
        m_open.erase(found);
    }
    if (source->format == Format::geopackage) {
        source->guard = std::make_unique<SqliteGuard>(source->file.path, context);
    }
    return source;
}

void SourcePool::State::give(const LayerRequest& request, OpenedSource source) {
    source.guard.reset();
    const std::lock_guard lock(m_mutex);
    if (m_open.size() < kMostOpen) {
        m_open.emplace(keyOf(request), std::move(source));
    }
}

} // namespace merestone
