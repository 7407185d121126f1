#pragma once
#include <filesystem>

#include "ports/blob_store.hpp"

namespace files {

// Blobs in a local folder: blobs/ab/abcdef… by SM3, uploads/<id>/<k> while they come in. A file appears under
// its final name only when its bytes are on disk.
class BlobStore final : public ports::BlobStore {
  public:
    explicit BlobStore(std::filesystem::path folder) : folder_(std::move(folder)) {}

    base::Result<std::string> put_chunk(std::string_view upload, std::int64_t k,
                                        std::string_view bytes) override;
    base::Result<ports::Blob> assemble(std::string_view upload, std::int64_t chunks) override;
    void drop_upload(std::string_view upload) override;
    base::Result<ports::Blob> put(std::string_view bytes) override;
    base::Result<std::string> read(std::string_view sm3) override;
    base::Result<std::filesystem::path> path(std::string_view sm3) override;

  private:
    std::filesystem::path upload_folder(std::string_view upload) const;
    std::filesystem::path blob_path(std::string_view sm3) const;
    std::filesystem::path temporary_path() const;
    base::Result<void> file_under(const std::filesystem::path& temporary, std::string_view sm3) const;

    std::filesystem::path folder_;
};

}  // namespace files
