#include "volume/reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "crypto/sm2.hpp"
#include "crypto/sm3.hpp"
#include "json/json.hpp"
#include "volume/content.hpp"

namespace volumes {

using volume::Fault;
using volume::Listed;

namespace {

constexpr std::uint64_t record_bytes_max = 64 << 20;  // lists and acts are read whole; nothing larger is
constexpr std::uint64_t header_size = 30;

class Check {
  public:
    Check(const std::filesystem::path& file, const JudgeSignature& judge) : file_(file), judge_(judge) {}

    base::Result<Verified> whole(const std::optional<std::string>& key) {
        std::error_code error;
        size_ = std::filesystem::file_size(file_, error);
        if (error) return base::fail("not_found", "没有文件 " + file_.string());
        if (!read_directory()) return std::move(made_);
        if (!read_list(key)) return std::move(made_);
        settle_places();
        contents();
        signatures();
        chain();
        container();
        return std::move(made_);
    }

  private:
    void fault(std::string what, std::string path, std::string message) {
        made_.faults.push_back({std::move(what), std::move(path), std::move(message)});
    }

    // Bytes of the file; shorter, or none, where it ends.
    std::string bytes(std::uint64_t offset, std::uint64_t count) const {
        std::string all;
        if (offset > size_) return all;
        count = std::min(count, size_ - offset);
        const auto read = read_pieces(file_, offset, count, [&](std::string_view piece) { all += piece; });
        return read ? all : std::string();
    }

    bool read_directory() {
        const auto tail = volume::end_record_size;
        const volume::End end = size_ < tail ? volume::End() : volume::read_end(bytes(size_ - tail, tail));
        if (end.broken || end.size > record_bytes_max || end.offset + end.size + tail > size_) {
            fault("container", "", "压缩包的结尾记录被改动，或者不是电子案卷");
            return false;
        }
        const volume::Directory directory = volume::read_directory(bytes(end.offset, end.size), end.count);
        if (directory.broken) fault("container", "", "压缩包的目录被改动");
        listed_ = directory.entries;
        return true;
    }

    const Listed* find(std::string_view path) const {
        const auto found =
            std::ranges::find_if(listed_, [&](const Listed& one) { return one.entry.path == path; });
        return found == listed_.end() ? nullptr : &*found;
    }

    std::string text_of(const Listed& one) const {
        if (one.entry.size > record_bytes_max) return {};
        return bytes(one.offset + header_size + one.entry.path.size(), one.entry.size);
    }

    bool read_list(const std::optional<std::string>& key) {
        const Listed* list = find(volume::manifest_path);
        const Listed* signature = find(volume::signature_path);
        if (!list) fault("dropped", std::string(volume::manifest_path), "清单 manifest.json 不见了");
        if (!signature) fault("dropped", std::string(volume::signature_path), "签名 signature.json 不见了");
        if (!list || !signature) return false;
        const std::string text = text_of(*list);
        check_signature(text, text_of(*signature), key);
        const auto value = json::parse(text);
        auto manifest = value ? volume::read_manifest(*value) : std::unexpected(value.error());
        if (!manifest) {
            fault("changed", std::string(volume::manifest_path), "清单 manifest.json 的内容不能读取");
            return false;
        }
        made_.manifest = std::move(*manifest);
        if (json::write_canonical(volume::to_value(made_.manifest)) != text)
            fault("changed", std::string(volume::manifest_path), "清单 manifest.json 的写法被改动");
        return true;
    }

    void check_signature(const std::string& list, const std::string& text,
                         const std::optional<std::string>& key) {
        const auto value = json::parse(text);
        const std::string path(volume::signature_path);
        if (!value || json::write_canonical(*value) != text || value->text("algorithm") != "SM2-SM3")
            return fault("signature", path, "签名 signature.json 的内容被改动");
        made_.key = crypto::sm3_hex(value->text("public_key"));
        if (key && *key != value->text("public_key"))
            return fault("signature", path, "签名所用的公钥不是给出的公钥");
        if (!crypto::verify_signature(value->text("public_key"), list, value->text("signature")))
            fault("signature", path, "清单的签名不正确：清单或者签名被改动");
    }

    // Sizes of a list that a stranger wrote: none of them leads out of the file, nor all together.
    bool list_fits() const {
        std::uint64_t total = 0;
        for (const volume::Item& item : made_.manifest.items) {
            if (item.size > size_) return false;
            total += header_size + item.path.size() + item.size;
            if (total > size_) return false;
        }
        return true;
    }

    // When the names come in the order of the list, places and sizes are those of the list, whatever the
    // directory says: then a touched directory does not make good contents look touched.
    void settle_places() {
        std::vector<std::string> names;
        for (const Listed& one : listed_)
            if (one.entry.path != volume::manifest_path && one.entry.path != volume::signature_path)
                names.push_back(one.entry.path);
        ordered_ = volume::in_order(made_.manifest, names) && listed_.size() == names.size() + 2 &&
                   listed_[names.size()].entry.path == volume::manifest_path;
        if (!ordered_) return;
        if (!list_fits()) return fault("container", "", "清单所记的大小超出文件");
        std::uint64_t offset = 0;
        for (std::size_t i = 0; i < listed_.size(); ++i) {
            if (i < names.size()) listed_[i].entry.size = made_.manifest.items[i].size;
            listed_[i].offset = offset;
            offset += header_size + listed_[i].entry.path.size() + listed_[i].entry.size;
        }
    }

    // A content that was touched is named as such; its headers are then held to their own sum of it.
    bool is_as_listed(const std::string& path, const Digest& digest) const {
        const auto item = std::ranges::find(made_.manifest.items, path, &volume::Item::path);
        return item == made_.manifest.items.end() || item->sm3 == digest.sm3;
    }

    void contents() {
        std::vector<volume::Seen> seen;
        for (Listed& one : listed_) {
            const auto digest = digest_of(
                file_, std::min(one.offset + header_size + one.entry.path.size(), size_), one.entry.size);
            if (digest && is_as_listed(one.entry.path, *digest)) one.entry.crc = digest->crc;
            if (one.entry.path == volume::manifest_path || one.entry.path == volume::signature_path) continue;
            seen.push_back({one.entry.path, digest ? digest->size : 0, digest ? digest->sm3 : std::string()});
        }
        for (Fault& found : volume::judge(made_.manifest, seen)) made_.faults.push_back(std::move(found));
    }

    void signatures() {
        if (!judge_) return;
        for (const volume::Item& item : made_.manifest.items) {
            const Listed* one = item.kind == "signature" ? find(item.path) : nullptr;
            if (!one) continue;
            if (const std::string words = judge_(made_.manifest, text_of(*one)); !words.empty())
                fault("paper_signature", item.path, fmt::format("“{}”：{}", item.title, words));
        }
    }

    // Otherwise a short file would have one long act hashed again and again.
    bool each_act_once(const std::vector<volume::Link>& links) {
        if (links.size() > made_.manifest.items.size()) {
            fault("chain", std::string(volume::chain_path), "行为链所列的行为多于清单所列的件数");
            return false;
        }
        std::set<std::string_view> paths;
        for (const volume::Link& link : links)
            if (!paths.insert(link.path).second) {
                fault("chain", link.path, fmt::format("第{}项行为与前面的行为指向同一件", link.n));
                return false;
            }
        return true;
    }

    void chain() {
        const Listed* list = find(volume::chain_path);
        if (!list) return;
        const auto value = json::parse(text_of(*list));
        const auto links = value ? volume::read_links(*value) : base::Result<std::vector<volume::Link>>{};
        if (!value || !links) return;  // a list that cannot be read was named as changed
        if (!each_act_once(*links)) return;
        std::vector<std::string> hashes;
        for (const volume::Link& link : *links) {
            const Listed* act = find(link.path);
            hashes.push_back(act ? crypto::sm3_hex(link.prev_hash + text_of(*act)) : std::string());
        }
        for (Fault& found : volume::judge_chain(made_.manifest, *links, hashes))
            made_.faults.push_back(std::move(found));
    }

    // Every byte beside the contents follows from the list; where it does not, somebody was there.
    void container() {
        std::vector<volume::Entry> entries;
        for (const Listed& one : listed_) {
            entries.push_back(one.entry);
            const std::string expected = volume::local_header(one.entry);
            if (bytes(one.offset, expected.size()) != expected)
                fault("container", one.entry.path,
                      fmt::format("“{}”在压缩包中的记录头被改动", one.entry.path));
        }
        const std::string expected = volume::directory(entries);
        const std::uint64_t offset = volume::directory_offset(entries);
        if (offset + expected.size() != size_)
            fault("container", "", "压缩包中有清单以外的内容，或者缺少一部分");
        else if (bytes(offset, expected.size()) != expected)
            name_in_directory(entries, expected, offset);
    }

    void name_in_directory(const std::vector<volume::Entry>& entries, std::string_view expected,
                           std::uint64_t offset) {
        const std::string found = bytes(offset, expected.size());
        std::size_t at = 0;
        std::uint64_t place = 0;
        for (const volume::Entry& entry : entries) {
            const std::size_t length = volume::central_header(entry, place).size();
            if (found.compare(at, length, expected.substr(at, length)) != 0)
                fault("container", entry.path, fmt::format("“{}”在压缩包目录中的记录被改动", entry.path));
            at += length;
            place += header_size + entry.path.size() + entry.size;
        }
        if (found.compare(at, std::string::npos, expected.substr(at)) != 0)
            fault("container", "", "压缩包的结尾记录被改动");
    }

    const std::filesystem::path& file_;
    const JudgeSignature& judge_;
    std::uint64_t size_ = 0;
    std::vector<Listed> listed_;
    bool ordered_ = false;
    Verified made_;
};

}  // namespace

namespace {

std::string bytes_of(const std::filesystem::path& file, std::uint64_t offset, std::uint64_t size) {
    std::string all;
    const auto read = read_pieces(file, offset, size, [&](std::string_view piece) { all += piece; });
    return read ? all : std::string();
}

// Not broken: end record and directory lie where they say, within the file and within what is read whole.
base::Result<volume::Directory> directory_of(const std::filesystem::path& file) {
    std::error_code error;
    const std::uint64_t size = std::filesystem::file_size(file, error);
    if (error) return base::fail("not_found", "没有文件 " + file.string());
    constexpr auto tail = volume::end_record_size;
    const volume::End end = size < tail ? volume::End() : volume::read_end(bytes_of(file, size - tail, tail));
    if (end.broken || end.size > record_bytes_max || end.offset + end.size + tail > size)
        return volume::Directory();
    return volume::read_directory(bytes_of(file, end.offset, end.size), end.count);
}

}  // namespace

base::Result<std::vector<Fault>> look_for_hazards(const std::filesystem::path& file,
                                                  const volume::ForeignLimits& limits) {
    const volume::Directory directory = TRY(directory_of(file));
    if (directory.broken)
        return std::vector<Fault>{
            {"container", "", "不是电子案卷，或者压缩包的目录被改动"}
        };
    return volume::hazards(directory, std::filesystem::file_size(file), limits);
}

base::Result<volume::Manifest> read_manifest(const std::filesystem::path& file) {
    const volume::Directory directory = TRY(directory_of(file));
    for (const Listed& one : directory.entries) {
        if (one.entry.path != volume::manifest_path || one.entry.size > record_bytes_max) continue;
        const auto value = TRY(
            json::parse(bytes_of(file, one.offset + header_size + one.entry.path.size(), one.entry.size)));
        return volume::read_manifest(value);
    }
    return base::fail("bad_volume", "电子案卷没有清单");
}

base::Result<Verified> verify(const std::filesystem::path& file, const std::optional<std::string>& key,
                              const JudgeSignature& judge) {
    return Check(file, judge).whole(key);
}

}  // namespace volumes
