#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace volumes {

// What a content hashes to, read in pieces: a video may be larger than the memory.
struct Digest {
    std::uint64_t size = 0;
    std::uint32_t crc = 0;
    std::string sm3;
};

using Take = std::function<void(std::string_view)>;

// A part of a file, piece by piece; `storage_error` when it ends before.
base::Result<void> read_pieces(const std::filesystem::path& file, std::uint64_t offset, std::uint64_t size,
                               const Take& take);
base::Result<Digest> digest_of(const std::filesystem::path& file, std::uint64_t offset, std::uint64_t size);
Digest digest_of(std::string_view bytes);

}  // namespace volumes
