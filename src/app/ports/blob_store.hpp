#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace ports {

struct Blob {
    std::string sm3;
    std::int64_t size = 0;
    std::string head;  // the beginning, from which type and dimensions are read
};

// Content-addressed files, written once, never overwritten; synced to disk before a call returns.
class BlobStore {
  public:
    virtual ~BlobStore() = default;
    virtual base::Result<std::string> put_chunk(std::string_view upload, std::int64_t k,
                                                std::string_view bytes) = 0;
    virtual base::Result<Blob> assemble(std::string_view upload,
                                        std::int64_t chunks) = 0;  // joins, hashes, files
    virtual void drop_upload(std::string_view upload) = 0;
    virtual base::Result<Blob> put(std::string_view bytes) = 0;
    virtual base::Result<std::string> read(std::string_view sm3) = 0;
    virtual base::Result<std::filesystem::path> path(std::string_view sm3) = 0;  // `not_found`
};

}  // namespace ports
