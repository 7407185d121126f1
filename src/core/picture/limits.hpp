#pragma once
#include <cstdint>
#include <string_view>

#include "base/result.hpp"
#include "base/value.hpp"

namespace picture {

// How large a picture may be that is to be shown, printed or read: catalogue/evidence/pictures.yaml.
struct Limits {
    std::uint64_t side_max = 0, pixels_max = 0;
    static base::Result<Limits> from(const base::Value& row);
};

// Whether a picture with this beginning may be taken; a few hundred bytes can claim to unpack to gigabytes.
// Errors: `picture_too_large`, `picture_unreadable`.
base::Result<void> check_size(std::string_view head, const Limits& limits);

}  // namespace picture
