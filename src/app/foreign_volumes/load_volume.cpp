#include "foreign_volumes/load_volume.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "naming/file_name.hpp"

namespace foreign_volumes {

namespace {

std::int64_t pieces_of(const ports::ForeignUpload& upload) {
    return (upload.size + upload.chunk_size - 1) / upload.chunk_size;
}

base::Result<void> check_works_on_cases(const identity::Viewer& viewer) {
    if (works_on_cases(viewer)) return {};
    return base::fail("not_permitted", "外来电子案卷由办理、审核、管理案件的人员载入和查阅");
}

std::string lowered(std::string_view text) {
    std::string made(text);
    for (char& c : made)
        if (c >= 'A' && c <= 'F') c = static_cast<char>(c - 'A' + 'a');
    return made;
}

bool is_sm3(std::string_view text) {
    return text.size() == 64 &&
           std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

ports::ForeignVolume volume_of(const Room& room, const identity::Viewer& viewer,
                               const ports::ForeignUpload& upload, const ports::CheckedVolume& checked,
                               std::string sm3) {
    const volume::Manifest& list = checked.manifest;
    return {.id = upload.id,
            .region = viewer.agency,
            .name = upload.name,
            .size = upload.size,
            .sm3 = std::move(sm3),
            .key_sm3 = checked.key_sm3,
            .case_no = list.case_no,
            .agency = list.agency,
            .agency_name = list.agency_name,
            .made_at = list.made_at,
            .items = static_cast<int>(list.items.size()),
            .added_by = viewer.person,
            .added_by_name = viewer.name,
            .added_at = room.office.now()};
}

// An identifier is of one upload. Found under it, the volume is this very one, written by a call whose answer
// was lost; only a file of which another copy is held is one too many.
base::Result<Loaded> settle_repeated(const Room& room, const identity::Viewer& viewer, const std::string& id,
                                     const base::Error& said) {
    auto ours = room.store.load(viewer, id);
    if (ours) return Loaded{.volume = std::move(*ours)};
    if (ours.error().code != "not_found") return base::fail(said);
    room.shelf.drop_kept(id);
    TRY(room.store.end(viewer, id));
    return base::fail(said);
}

// The files of an upload, held by one caller.
class Claim {
  public:
    Claim(ports::ForeignShelf& shelf, std::string_view id) : shelf_(shelf), id_(id) {}
    Claim(const Claim&) = delete;
    Claim& operator=(const Claim&) = delete;
    ~Claim() { shelf_.release(id_); }

  private:
    ports::ForeignShelf& shelf_;
    std::string id_;
};

// Loaded before, by a call whose answer was lost.
base::Result<std::optional<ports::ForeignVolume>> loaded_before(const Room& room,
                                                                const identity::Viewer& viewer,
                                                                std::string_view id, std::string_view key) {
    auto kept = room.store.load(viewer, id);
    if (!kept && kept.error().code == "not_found") return std::optional<ports::ForeignVolume>();
    if (!kept) return base::fail(kept.error());
    if (!key.empty() && key != kept->key_sm3)
        return base::fail("already_loaded", "这份电子案卷已经载入，签名所用的公钥不是给出的公钥");
    TRY(room.store.end(viewer, id));
    return std::optional(*std::move(kept));
}

// What the store did not answer for may have been written all the same: then the file must be there.
base::Result<Loaded> put_away(const Room& room, const identity::Viewer& viewer,
                              const ports::ForeignVolume& kept) {
    TRY(room.shelf.keep(kept.id));
    const auto written = room.store.keep(viewer, kept);
    if (written) return Loaded{.volume = kept};
    if (written.error().code != "already_loaded") return base::fail(written.error());
    return settle_repeated(room, viewer, kept.id, written.error());
}

}  // namespace

bool works_on_cases(const identity::Viewer& viewer) {
    return std::ranges::any_of(viewer.roles, [](const std::string& role) {
        return role != "SYSTEM_ADMIN" && role != "SECURITY_ADMIN" && role != "AUDIT_ADMIN";
    });
}

base::Result<ports::ForeignUpload> begin(const Room& room, const identity::Viewer& viewer,
                                         std::string_view name, std::int64_t size) {
    TRY(check_works_on_cases(viewer));
    if (!naming::is_file_name(name))
        return base::fail("bad_name", "文件名为空、过长或者含有不能使用的字符", {}, "name");
    if (size <= 0) return base::fail("file_empty", "文件是空的", {}, "size");
    const auto most = static_cast<std::int64_t>(room.shelf.limits().bytes_max);
    if (size > most)
        return base::fail("file_too_large", fmt::format("电子案卷不能超过{}MiB", most >> 20), {}, "size");
    ports::ForeignUpload upload{.id = room.office.ports.random.id(),
                                .name = std::string(name),
                                .size = size,
                                .chunk_size = chunk_bytes,
                                .author = viewer.person,
                                .started_at = room.office.now()};
    TRY(room.store.begin(viewer, upload));
    return upload;
}

base::Result<ports::ForeignUpload> receive(const Room& room, const identity::Viewer& viewer,
                                           std::string_view id, std::int64_t k, std::string_view bytes) {
    const ports::ForeignUpload upload = TRY(room.store.upload(viewer, id));
    if (k < 0 || k >= pieces_of(upload)) return base::fail("bad_chunk", "分块序号超出范围", {}, "k");
    const std::int64_t expected = std::min(upload.chunk_size, upload.size - k * upload.chunk_size);
    if (static_cast<std::int64_t>(bytes.size()) != expected)
        return base::fail("bad_chunk",
                          fmt::format("第{}块应当是{}字节，收到{}字节", k, expected, bytes.size()), {}, "k");
    TRY(room.shelf.put_piece(upload.id, static_cast<std::uint64_t>(k * upload.chunk_size), bytes));
    TRY(room.store.note_piece(viewer, upload.id, k, room.office.ports.hasher.sm3(bytes)));
    return room.store.upload(viewer, id);
}

base::Result<Loaded> complete(const Room& room, const identity::Viewer& viewer, std::string_view id,
                              std::string_view expected_key) {
    const std::string key = lowered(expected_key);
    if (!key.empty() && !is_sm3(key))
        return base::fail("bad_digest", "公钥的校验值（SM3）应当是64位十六进制数字", {}, "key");
    const ports::ForeignUpload upload = TRY(room.store.upload(viewer, id));
    const auto missing = pieces_of(upload) - static_cast<std::int64_t>(upload.received.size());
    if (missing != 0) return base::fail("upload_incomplete", fmt::format("还有{}块没有收到", missing));
    TRY(room.shelf.claim(upload.id));
    const Claim claim(room.shelf, upload.id);
    if (auto before = TRY(loaded_before(room, viewer, upload.id, key)))
        return Loaded{.volume = *std::move(before)};
    if (const auto taken = room.shelf.take(upload.id); !taken) {
        TRY(room.store.end(viewer, upload.id));
        return base::fail(taken.error());
    }
    ports::CheckedVolume checked = TRY(room.shelf.check(upload.id));
    if (checked.faults.empty() && !key.empty() && key != checked.key_sm3)
        checked.faults.push_back(
            {"signature", std::string(volume::signature_path), "签名所用的公钥不是给出的公钥"});
    if (!checked.faults.empty()) {
        room.shelf.drop_unfinished(upload.id);
        TRY(room.store.end(viewer, upload.id));
        return Loaded{.faults = std::move(checked.faults)};
    }
    return put_away(room, viewer,
                    volume_of(room, viewer, upload, checked, room.shelf.sm3_of(checked.manifest)));
}

base::Result<void> abandon(const Room& room, const identity::Viewer& viewer, std::string_view id) {
    const ports::ForeignUpload upload = TRY(room.store.upload(viewer, id));
    TRY(room.shelf.claim(upload.id));
    const Claim claim(room.shelf, upload.id);
    TRY(room.store.end(viewer, upload.id));
    room.shelf.drop_unfinished(upload.id);
    return {};
}

}  // namespace foreign_volumes
