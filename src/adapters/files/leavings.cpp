#include "files/leavings.hpp"

#include <algorithm>
#include <chrono>

namespace files {

namespace {

namespace fs = std::filesystem;

base::Instant instant_of(fs::file_time_type time) {
    const auto system = std::chrono::file_clock::to_sys(time);
    return base::Instant(std::chrono::floor<std::chrono::milliseconds>(system));
}

void add(const fs::path& path, ports::Leaving& whole) {
    std::error_code failed;
    const auto changed = fs::last_write_time(path, failed);
    if (!failed) whole.changed_at = std::max(whole.changed_at, instant_of(changed));
    if (!fs::is_regular_file(path, failed)) return;
    const auto size = fs::file_size(path, failed);
    if (!failed) whole.bytes += static_cast<std::int64_t>(size);
}

}  // namespace

bool is_identifier(std::string_view text) {
    return text.size() == 32 &&
           std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

std::optional<ports::Leaving> look_at(const fs::path& path) {
    std::error_code failed;
    const auto status = fs::symlink_status(path, failed);
    if (failed || (!fs::is_regular_file(status) && !fs::is_directory(status))) return std::nullopt;
    ports::Leaving whole{.name = path.filename().string(), .id = {}, .changed_at = {}, .bytes = 0};
    add(path, whole);
    if (fs::is_directory(status))
        for (fs::directory_iterator each(path, failed), end; !failed && each != end; each.increment(failed))
            add(each->path(), whole);
    return whole;
}

std::vector<ports::Leaving> Leavings::all() {
    std::vector<ports::Leaving> list;
    std::error_code failed;
    for (fs::directory_iterator each(folder_, failed), end; !failed && each != end; each.increment(failed)) {
        auto id = id_of_(each->path().filename().string());
        if (!id) continue;
        auto one = look_at(each->path());
        if (!one) continue;
        one->id = *std::move(id);
        list.push_back(*std::move(one));
    }
    std::ranges::sort(list, {}, &ports::Leaving::name);
    return list;
}

// What was changed since it was looked at belongs to somebody who goes on.
base::Result<bool> Leavings::remove(const ports::Leaving& one,
                                    const std::function<base::Result<bool>()>& is_unwanted) {
    if (id_of_(one.name) != one.id || !TRY(is_unwanted())) return false;
    const auto now = look_at(folder_ / one.name);
    if (!now || now->changed_at != one.changed_at) return false;
    std::error_code failed;
    fs::remove_all(folder_ / one.name, failed);
    return !failed;
}

std::optional<std::string> upload_of(std::string_view name) {
    if (is_identifier(name)) return std::string(name);
    if (name.starts_with("new-")) return std::string();
    return std::nullopt;
}

std::optional<std::string> volume_work_of(std::string_view name) {
    const bool is_work = name.starts_with("work-");
    const bool is_fresh = name.ends_with(".zip") && is_identifier(name.substr(0, name.size() - 4));
    return is_work || is_fresh ? std::optional(std::string()) : std::nullopt;
}

}  // namespace files
