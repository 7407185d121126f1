#include "postgres/system_user.hpp"

#include <pwd.h>
#include <unistd.h>

#include <array>
#include <optional>

namespace postgres {
namespace {

template <class Find>
std::optional<SystemUser> find_user(Find find) {
    std::array<char, 4096> buffer{};
    passwd entry{};
    passwd* found = nullptr;
    if (find(&entry, buffer.data(), buffer.size(), &found) != 0 || found == nullptr) return std::nullopt;
    return SystemUser{.name = found->pw_name, .user = found->pw_uid, .group = found->pw_gid};
}

std::optional<SystemUser> user_named(const char* name) {
    return find_user([&](auto... where) { return getpwnam_r(name, where...); });
}

}  // namespace

base::Result<SystemUser> current_user() {
    const auto user = find_user([](auto... where) { return getpwuid_r(geteuid(), where...); });
    if (!user)
        return base::fail("no_system_user", "当前系统用户没有名称，数据库不能识别，请以有名称的用户运行");
    return *user;
}

base::Result<SystemUser> database_user() {
    if (geteuid() != 0) return current_user();
    for (const char* name : {"zhiheng", "postgres", "nobody"})
        if (const auto user = user_named(name); user && user->user != 0) return *user;
    return base::fail("no_system_user",
                      "以 root 运行时需要一个普通系统用户（zhiheng 或 postgres）来运行数据库");
}

}  // namespace postgres
