#include "files/durable_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace files {
namespace {

base::Error not_written() {
    return {"storage_failed", "文件不能保存，请检查数据目录的空间和权限"};
}

bool sync_folder(const std::filesystem::path& folder) {
    const int descriptor = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return false;
    const bool synced = fsync(descriptor) == 0;
    close(descriptor);
    return synced;
}

}  // namespace

base::Result<DurableFile> DurableFile::create(const std::filesystem::path& path) {
    const int descriptor = open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (descriptor < 0) return base::fail(not_written());
    return DurableFile(path, descriptor);
}

DurableFile::DurableFile(DurableFile&& other) noexcept
    : path_(std::move(other.path_)), descriptor_(std::exchange(other.descriptor_, -1)) {}

DurableFile::~DurableFile() {
    if (descriptor_ >= 0) close(descriptor_);
}

base::Result<void> DurableFile::append(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto written = write(descriptor_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return base::fail(not_written());
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

base::Result<void> DurableFile::finish() {
    if (fsync(descriptor_) != 0) return base::fail(not_written());
    return {};
}

base::Result<void> rename_durably(const std::filesystem::path& from, const std::filesystem::path& to) {
    std::error_code failed;
    std::filesystem::rename(from, to, failed);
    if (failed || !sync_folder(to.parent_path())) return base::fail(not_written());
    return {};
}

}  // namespace files
