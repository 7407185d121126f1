#include "messages/file_drop.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "json/json.hpp"

namespace messages {

namespace {

base::Error not_sent() {
    return {"message_not_sent", "消息没有写入待发目录，请检查数据目录的空间和权限"};
}

// Only who runs the server and its gateway may read what is said to a party.
bool write_whole(const std::filesystem::path& path, std::string_view bytes) {
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0) return false;
    bool good = true;
    while (good && !bytes.empty()) {
        const auto written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        good = written > 0;
        if (good) bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    good = good && ::fsync(descriptor) == 0;
    ::close(descriptor);
    return good;
}

bool is_safe_name(std::string_view id) {
    return !id.empty() && id.size() <= 64 &&
           std::ranges::all_of(id, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

}  // namespace

base::Result<std::string> FileDrop::send(const ports::Message& message) {
    if (!is_safe_name(message.id)) return base::fail("message_not_sent", "消息编号不能作为文件名");
    const std::string text = json::write(base::Object{
        {"id",      message.id        },
        {"channel", message.channel   },
        {"to",      message.to        },
        {"subject", message.subject   },
        {"text",    message.text      },
        {"at",      clock_.now().str()}
    });
    std::error_code failed;
    std::filesystem::create_directories(folder_, failed);
    if (failed) return base::fail(not_sent());
    std::filesystem::permissions(folder_, std::filesystem::perms::owner_all, failed);
    const auto partial = folder_ / ("." + message.id + ".part");
    if (!write_whole(partial, text)) {
        std::filesystem::remove(partial, failed);
        return base::fail(not_sent());
    }
    std::filesystem::rename(partial, folder_ / (message.id + ".json"), failed);
    if (failed) return base::fail(not_sent());
    return fmt::format("已交待发目录（{}）", message.id);
}

}  // namespace messages
