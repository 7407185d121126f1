#include "installation/foreign_shelf.hpp"

#include <algorithm>
#include <fstream>
#include <mutex>

#include "crypto/sm3.hpp"
#include "files/durable_file.hpp"
#include "files/leavings.hpp"
#include "json/json.hpp"
#include "signing/packed.hpp"
#include "volume/content.hpp"
#include "volume/reader.hpp"

namespace installation {

namespace {

// Identifiers come with requests: nothing but hexadecimal digits becomes part of a path.
std::string name_of(std::string_view id) {
    return files::is_identifier(id) ? std::string(id) : std::string("none");
}

// Of every file here: those coming in, those being checked and those that are kept.
std::optional<std::string> upload_of(std::string_view name) {
    const std::size_t dot = std::min(name.find('.'), name.size());
    const std::string_view ending = name.substr(dot);
    if (!files::is_identifier(name.substr(0, dot))) return std::nullopt;
    if (ending != ".part" && ending != ".checking" && ending != ".zip") return std::nullopt;
    return std::string(name.substr(0, dot));
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

base::Result<void> ForeignShelf::claim(std::string_view id) {
    const std::unique_lock lock(mutex_);
    if (!claimed_.emplace(id).second) return in_progress();
    return {};
}

// A stop of the program may have cut off the check, or the moment between keeping the file and writing its
// row: both are begun again.
base::Result<void> ForeignShelf::take(std::string_view id) {
    const std::unique_lock lock(mutex_);
    std::error_code failed;
    if (std::filesystem::exists(checking(id))) return {};
    std::filesystem::rename(coming_in(id), checking(id), failed);
    if (failed) std::filesystem::rename(path(id), checking(id), failed);
    if (failed) return base::fail("not_found", "上传的内容已经不在，请重新上传");
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
    const std::unique_lock lock(mutex_);
    std::error_code ignored;
    std::filesystem::rename(checking(id), coming_in(id), ignored);
    if (const auto found = claimed_.find(id); found != claimed_.end()) claimed_.erase(found);
}

base::Result<void> ForeignShelf::keep(std::string_view id) {
    return files::rename_durably(checking(id), path(id));
}

void ForeignShelf::drop_unfinished(std::string_view id) {
    std::error_code ignored;
    std::filesystem::remove(coming_in(id), ignored);
    std::filesystem::remove(checking(id), ignored);
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

std::vector<ports::Leaving> ForeignShelf::all() {
    return files::Leavings(folder_, upload_of).all();
}

// What came in beside a volume that is kept is of no use any more, though the volume itself is wanted.
base::Result<bool> ForeignShelf::remove(const ports::Leaving& one,
                                        const std::function<base::Result<bool>()>& is_unwanted) {
    {
        const std::unique_lock lock(mutex_);
        if (!claimed_.emplace(one.id).second) return false;
    }
    const auto is_stray = [&]() -> base::Result<bool> {
        if (!one.name.ends_with(".zip") && std::filesystem::exists(path(one.id))) return true;
        return is_unwanted();
    };
    auto done = files::Leavings(folder_, upload_of).remove(one, is_stray);
    const std::unique_lock lock(mutex_);
    claimed_.erase(one.id);
    return done;
}

}  // namespace installation
