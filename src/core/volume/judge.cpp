#include "volume/judge.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace volume {

namespace {

const Item* find(const Manifest& manifest, const std::string& path) {
    const auto found = std::ranges::find(manifest.items, path, &Item::path);
    return found == manifest.items.end() ? nullptr : &*found;
}

// What is in both, in the order of each: the first that differ have changed places.
void judge_order(std::vector<Fault>& faults, const Manifest& manifest, const std::vector<Seen>& seen) {
    std::vector<std::string> listed, found;
    for (const Item& item : manifest.items)
        if (std::ranges::find(seen, item.path, &Seen::path) != seen.end()) listed.push_back(item.path);
    for (const Seen& one : seen)
        if (find(manifest, one.path) && std::ranges::find(found, one.path) == found.end())
            found.push_back(one.path);
    for (std::size_t i = 0; i < listed.size() && i < found.size(); ++i)
        if (listed[i] != found[i])
            faults.push_back({"reordered", found[i],
                              fmt::format("“{}”的位置被改动：第{}件应为“{}”", found[i], i + 1, listed[i])});
}

}  // namespace

std::vector<Fault> judge(const Manifest& manifest, const std::vector<Seen>& seen) {
    std::vector<Fault> faults;
    std::map<std::string, int> count;
    for (const Seen& one : seen) {
        const Item* item = find(manifest, one.path);
        if (!item || ++count[one.path] > 1) {
            faults.push_back({"added", one.path, fmt::format("“{}”不在清单中，是后加入的", one.path)});
        } else if (item->size != one.size || item->sm3 != one.sm3) {
            faults.push_back(
                {"changed", one.path, fmt::format("“{}”的内容被改动，与清单所记的哈希值不符", one.path)});
        }
    }
    for (const Item& item : manifest.items)
        if (!count.contains(item.path))
            faults.push_back({"dropped", item.path, fmt::format("“{}”在清单中，现已不见", item.path)});
    judge_order(faults, manifest, seen);
    return faults;
}

bool in_order(const Manifest& manifest, const std::vector<std::string>& names) {
    return std::ranges::equal(manifest.items, names, {}, &Item::path);
}

std::vector<Fault> judge_chain(const Manifest& manifest, const std::vector<Link>& links,
                               const std::vector<std::string>& hashes) {
    std::vector<Fault> faults;
    const auto fault = [&](const Link& link, std::string_view message) {
        faults.push_back({"chain", link.path, fmt::format("第{}项行为{}", link.n, message)});
    };
    std::string head(64, '0');
    int n = 0;
    for (std::size_t i = 0; i < links.size(); ++i) {
        const Link& link = links[i];
        if (link.n != ++n) fault(link, fmt::format("的序号不连续，应为第{}项", n));
        if (link.prev_hash != head) fault(link, "没有接在前一项之后");
        if (i >= hashes.size() || hashes[i] != link.hash) fault(link, "的内容与其哈希值不符");
        head = link.hash;
        n = link.n;
    }
    if (head != manifest.head) faults.push_back({"chain", std::string(chain_path), "链头与清单所记的不符"});
    return faults;
}

}  // namespace volume
