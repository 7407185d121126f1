#include "volume/hazards.hpp"

#include <fmt/format.h>

#include <set>

#include "base/text.hpp"

namespace volume {

namespace {

constexpr std::size_t path_bytes_max = 1024;
constexpr std::size_t shown_max = 20;  // of one kind: a list of thousands says no more

// A name as it may stand in a message.
std::string shown(std::string_view path) {
    return base::is_valid_utf8(path) ? safe_name(path) : "（不是文字的名称）";
}

class Judging {
  public:
    void add(std::string what, const Entry& entry, std::string message) {
        if (faults.size() < shown_max)
            faults.push_back({std::move(what), shown(entry.path), std::move(message)});
    }
    std::vector<Fault> faults;
};

bool is_safe_segment(std::string_view segment) {
    return !segment.empty() && segment == safe_name(segment, path_bytes_max);
}

}  // namespace

base::Result<ForeignLimits> ForeignLimits::from(const base::Value& row) {
    const auto bytes = row.integer("bytes_max").value_or(0), items = row.integer("items_max").value_or(0);
    if (bytes <= 0 || items <= 0)
        return base::fail("bad_catalogue", "外来案卷的限制 bytes_max、items_max 应当是正整数");
    return ForeignLimits{.bytes_max = static_cast<std::uint64_t>(bytes),
                         .items_max = static_cast<std::size_t>(items)};
}

bool is_safe_path(std::string_view path) {
    if (path.empty() || path.size() > path_bytes_max || !base::is_valid_utf8(path)) return false;
    for (;;) {
        const auto slash = path.find('/');
        if (!is_safe_segment(path.substr(0, slash))) return false;
        if (slash == std::string_view::npos) return true;
        path.remove_prefix(slash + 1);
    }
}

std::vector<Fault> hazards(const Directory& directory, std::uint64_t file_bytes,
                           const ForeignLimits& limits) {
    Judging judging;
    if (file_bytes > limits.bytes_max)
        judging.faults.push_back({"too_large", "", fmt::format("文件超过{}MiB", limits.bytes_max >> 20)});
    if (directory.entries.size() > limits.items_max)
        judging.faults.push_back({"too_many", "", fmt::format("案卷内超过{}件", limits.items_max)});
    std::set<std::string_view> names;
    std::uint64_t total = 0;  // contents laid over each other would be read again and again
    for (const Listed& one : directory.entries) {
        const Entry& entry = one.entry;
        const std::string name = shown(entry.path);
        if (!is_safe_path(entry.path))
            judging.add("unsafe_name", entry,
                        fmt::format("“{}”的名称含有上级目录、绝对路径或者不能显示的字符", name));
        if (!names.insert(entry.path).second)
            judging.add("duplicate", entry, fmt::format("“{}”在压缩包中出现两次", name));
        if (one.is_encrypted) judging.add("encrypted", entry, fmt::format("“{}”已加密，不能读取", name));
        if (one.is_compressed)
            judging.add("compressed", entry,
                        fmt::format("“{}”是压缩存放的；电子案卷一律原样存放，不予解压", name));
        if (one.offset > file_bytes || entry.size > file_bytes - one.offset)
            judging.add("out_of_place", entry, fmt::format("“{}”的位置超出文件", name));
        else
            total += entry.size;
    }
    if (total > file_bytes)
        judging.faults.push_back({"overlapping", "", "压缩包目录所列的内容互相重叠，合计超过文件大小"});
    return std::move(judging.faults);
}

}  // namespace volume
