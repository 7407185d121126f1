#include "crypto/secret.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "crypto/random.hpp"

namespace crypto {
namespace {

struct File {
    int fd;
    explicit File(int descriptor) : fd(descriptor) {}
    ~File() {
        if (fd >= 0) close(fd);
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
};

base::Result<std::string> write_new(const std::filesystem::path& path, int fd) {
    const std::string secret = random_token();
    if (write(fd, secret.data(), secret.size()) != static_cast<ssize_t>(secret.size()) || fsync(fd) != 0)
        return base::fail("secret_unwritable", fmt::format("不能写入安装密钥文件 {}", path.string()));
    return secret;
}

}  // namespace

base::Result<std::string> installation_secret(const std::filesystem::path& path) {
    const File made(open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (made.fd >= 0) return write_new(path, made.fd);
    const File file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    struct stat info{};
    if (file.fd < 0 || fstat(file.fd, &info) != 0)
        return base::fail("secret_unreadable", fmt::format("不能读取安装密钥文件 {}", path.string()));
    if ((info.st_mode & 077U) != 0)
        return base::fail(
            "secret_exposed",
            fmt::format("安装密钥文件 {} 可以被其他用户读取，请改为仅本用户可读（权限 600）", path.string()));
    std::array<char, 64> text{};
    if (read(file.fd, text.data(), text.size()) != static_cast<ssize_t>(text.size()))
        return base::fail("secret_damaged", fmt::format("安装密钥文件 {} 不完整", path.string()));
    return std::string(text.data(), text.size());
}

}  // namespace crypto
