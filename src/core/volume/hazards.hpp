#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/value.hpp"
#include "volume/container.hpp"
#include "volume/judge.hpp"

namespace volume {

// How large a volume of another agency may be: catalogue/documents/foreign_volume.yaml.
struct ForeignLimits {
    std::uint64_t bytes_max = 0;
    std::size_t items_max = 0;
    static base::Result<ForeignLimits> from(const base::Value& row);
};

// What a container from another hand must not have, told before anything in it is read: names that lead out
// of the folder or show another name than there is, the same name twice, encryption, compression (a volume
// has none, so nothing can swell), places beyond the end of the file, more than the limits allow.
std::vector<Fault> hazards(const Directory& directory, std::uint64_t file_bytes, const ForeignLimits& limits);

// A name that may be shown and saved as it is: relative, without `..`, no control or direction marks, UTF-8.
bool is_safe_path(std::string_view path);

}  // namespace volume
