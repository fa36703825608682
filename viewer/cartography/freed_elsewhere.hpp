// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <utility>

namespace merestone::map {

/// Lets go of what may be the last hold on something large: on the GUI thread, it is left to another thread to free it.
void letGo(std::shared_ptr<const void> last);

/// The same object, held in such a way that the GUI thread never frees it itself, whoever lets go of it last: a layer
/// of a city or the findings about it take longer to free than a picture may take. Null stays null.
template <class T> [[nodiscard]] std::shared_ptr<T> freedElsewhere(std::shared_ptr<T> object) {
    T* bare = object.get();
    return bare == nullptr
               ? nullptr
               : std::shared_ptr<T>(bare, [held = std::move(object)](T*) mutable { letGo(std::move(held)); });
}

} // namespace merestone::map
