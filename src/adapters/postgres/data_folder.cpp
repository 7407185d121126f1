#include "postgres/data_folder.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <utility>

namespace postgres {

Descriptor::~Descriptor() {
    if (number_ >= 0) close(number_);
}
Descriptor::Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
}

base::Result<Descriptor> lock_data_folder(const std::filesystem::path& data) {
    std::error_code failed;
    std::filesystem::create_directories(data, failed);
    Descriptor lock(open((data / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (!lock)
        return base::fail("data_folder_unusable",
                          fmt::format("不能使用数据目录 {}：无法写入", data.string()));
    if (flock(lock.number(), LOCK_EX | LOCK_NB) != 0)
        return base::fail(
            "data_folder_in_use",
            fmt::format("数据目录 {} 正被另一个执衡服务使用，请先停止它或换一个目录", data.string()));
    return lock;
}

base::Result<Descriptor> open_folder(const std::filesystem::path& folder) {
    Descriptor opened(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!opened) return base::fail("data_folder_unusable", fmt::format("不能打开目录 {}", folder.string()));
    return opened;
}

base::Result<Descriptor> open_log(const std::filesystem::path& file) {
    Descriptor opened(open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600));
    if (!opened) return base::fail("data_folder_unusable", fmt::format("不能写入日志 {}", file.string()));
    return opened;
}

std::string path_through(const Descriptor& folder) {
    return fmt::format("/proc/self/fd/{}", folder.number());
}

}  // namespace postgres
