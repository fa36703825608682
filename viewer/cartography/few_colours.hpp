// SPDX-License-Identifier: MIT
#pragma once

#include <QImage>

namespace merestone::map {

/// The picture with at most `most` (2 to 256) colours, without dithering: a PNG of a third of the size. What is alike
/// within 8 of 256 in each channel is one colour; what gets no colour of its own takes the nearest. The same picture
/// gives the same result. `image` must be opaque.
[[nodiscard]] QImage withFewColours(const QImage& image, unsigned most);

} // namespace merestone::map
