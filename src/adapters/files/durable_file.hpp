#pragma once
#include <filesystem>
#include <string_view>

#include "base/result.hpp"

namespace files {

// A new file that only its owner may read, whose bytes and name outlast a power cut once finish() returns.
class DurableFile {
  public:
    static base::Result<DurableFile> create(const std::filesystem::path& path);
    ~DurableFile();
    DurableFile(DurableFile&& other) noexcept;
    DurableFile& operator=(DurableFile&&) = delete;
    base::Result<void> append(std::string_view bytes);
    base::Result<void> finish();

  private:
    DurableFile(std::filesystem::path path, int descriptor)
        : path_(std::move(path)), descriptor_(descriptor) {}
    std::filesystem::path path_;
    int descriptor_;
};

// Gives a finished file its final name; both names lie on one file system.
base::Result<void> rename_durably(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace files
