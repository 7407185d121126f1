#include "installation/foreign_shelf.hpp"

#include <algorithm>
#include <fstream>

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

}  // namespace

std::filesystem::path ForeignShelf::path(std::string_view id) {
    return folder_ / (name_of(id) + ".zip");
}

std::filesystem::path ForeignShelf::coming_in(std::string_view id) const {
    return folder_ / (name_of(id) + ".part");
}

base::Result<void> ForeignShelf::put_piece(std::string_view id, std::uint64_t offset,
                                           std::string_view bytes) {
    std::error_code ignored;
    std::filesystem::create_directories(folder_, ignored);
    const auto file = coming_in(id);
    if (!std::filesystem::exists(file)) {
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

base::Result<ports::CheckedVolume> ForeignShelf::check(std::string_view id) {
    const auto file = coming_in(id);
    auto hazards = TRY(volumes::look_for_hazards(file, limits_));
    if (!hazards.empty())
        return ports::CheckedVolume{.manifest = {}, .key_sm3 = {}, .faults = std::move(hazards)};
    volumes::Verified verified = TRY(volumes::verify(file, {}, signing_keys::judge_packed));
    return ports::CheckedVolume{.manifest = std::move(verified.manifest),
                                .key_sm3 = std::move(verified.key),
                                .faults = std::move(verified.faults)};
}

base::Result<void> ForeignShelf::keep(std::string_view id) {
    return files::rename_durably(coming_in(id), path(id));
}

void ForeignShelf::drop(std::string_view id) {
    std::error_code ignored;
    std::filesystem::remove(coming_in(id), ignored);
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
