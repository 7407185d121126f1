#include "installation/foreign_shelf.hpp"

#include <algorithm>
#include <fstream>
#include <mutex>

#include "crypto/sm3.hpp"
#include "files/durable_file.hpp"
#include "json/json.hpp"
#include "signing/packed.hpp"
#include "volume/content.hpp"
#include "volume/reader.hpp"

namespace installation {

namespace {

// Identifiers come with requests: nothing but hexadecimal digits becomes part of a path.
std::string name_of(std::string_view id) {
    const bool is_id = id.size() == 32 && std::ranges::all_of(id, [](char c) {
                           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
                       });
    return is_id ? std::string(id) : std::string("none");
}

std::unexpected<base::Error> in_progress() {
    return base::fail("in_progress", "这份电子案卷正在核验或者已经载入，请稍候查看外来案卷列表");
}

}  // namespace

std::filesystem::path ForeignShelf::path(std::string_view id) {
    return folder_ / (name_of(id) + ".zip");
}

std::filesystem::path ForeignShelf::coming_in(std::string_view id) const {
    return folder_ / (name_of(id) + ".part");
}

std::filesystem::path ForeignShelf::checking(std::string_view id) const {
    return folder_ / (name_of(id) + ".checking");
}

void ForeignShelf::forget(std::string_view id) {
    const std::unique_lock lock(mutex_);
    if (const auto found = claimed_.find(id); found != claimed_.end()) claimed_.erase(found);
}

base::Result<void> ForeignShelf::put_piece(std::string_view id, std::uint64_t offset,
                                           std::string_view bytes) {
    const std::shared_lock lock(mutex_);
    std::error_code ignored;
    std::filesystem::create_directories(folder_, ignored);
    const auto file = coming_in(id);
    if (!std::filesystem::exists(file)) {
        if (std::filesystem::exists(checking(id)) || std::filesystem::exists(path(id))) return in_progress();
        std::ofstream(file, std::ios::binary | std::ios::app);
        std::filesystem::permissions(
            file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, ignored);
    }
    std::fstream out(file, std::ios::binary | std::ios::in | std::ios::out);
    out.seekp(static_cast<std::streamoff>(offset));
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.flush();
    if (!out) return base::fail("storage_error", "不能写入上传的内容");
    return {};
}

// A check that a stop of the program cut off has nobody who claims it, and is begun again.
base::Result<void> ForeignShelf::claim(std::string_view id) {
    const std::unique_lock lock(mutex_);
    if (claimed_.contains(id)) return in_progress();
    if (!std::filesystem::exists(checking(id))) {
        std::error_code failed;
        std::filesystem::rename(coming_in(id), checking(id), failed);
        if (failed) return in_progress();
    }
    claimed_.emplace(id);
    return {};
}

base::Result<ports::CheckedVolume> ForeignShelf::check(std::string_view id) {
    const auto file = checking(id);
    auto hazards = TRY(volumes::look_for_hazards(file, limits_));
    if (!hazards.empty())
        return ports::CheckedVolume{.manifest = {}, .key_sm3 = {}, .faults = std::move(hazards)};
    volumes::Verified verified = TRY(volumes::verify(file, {}, signing_keys::judge_packed));
    return ports::CheckedVolume{.manifest = std::move(verified.manifest),
                                .key_sm3 = std::move(verified.key),
                                .faults = std::move(verified.faults)};
}

void ForeignShelf::release(std::string_view id) {
    std::error_code ignored;
    std::filesystem::rename(checking(id), coming_in(id), ignored);
    forget(id);
}

base::Result<void> ForeignShelf::keep(std::string_view id) {
    TRY(files::rename_durably(checking(id), path(id)));
    forget(id);
    return {};
}

void ForeignShelf::drop_checking(std::string_view id) {
    std::error_code ignored;
    std::filesystem::remove(checking(id), ignored);
    forget(id);
}

void ForeignShelf::drop_kept(std::string_view id) {
    std::error_code ignored;
    std::filesystem::remove(path(id), ignored);
}

base::Result<volume::Manifest> ForeignShelf::manifest(std::string_view id) {
    return volumes::read_manifest(path(id));
}

base::Result<std::string> ForeignShelf::text(std::string_view id, std::uint64_t offset, std::uint64_t size) {
    std::string all;
    TRY(volumes::read_pieces(path(id), offset, size, [&](std::string_view piece) { all += piece; }));
    return all;
}

std::string ForeignShelf::sm3_of(const volume::Manifest& manifest) const {
    return crypto::sm3_hex(json::write_canonical(volume::to_value(manifest)));
}

base::Result<base::Value> ForeignShelf::read_json(std::string_view text) const {
    return json::parse(text);
}

}  // namespace installation
