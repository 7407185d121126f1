#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

namespace picture {

struct Dimensions {
    std::uint64_t width = 0, height = 0;
    std::uint64_t pixels() const { return width * height; }
    friend bool operator==(const Dimensions&, const Dimensions&) = default;
};

// How many bytes from the beginning are enough to find the dimensions in: a photograph may carry its preview
// and its colours before them.
constexpr std::size_t head_bytes = 1 << 20;

// What the header of a PNG, JPEG, GIF, BMP, WebP or HEIC picture says of its size; nothing is decoded. None
// when it is no such picture or when its header is not whole.
std::optional<Dimensions> dimensions(std::string_view head);

}  // namespace picture
