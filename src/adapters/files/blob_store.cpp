#include "files/blob_store.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <vector>

#include "crypto/hex.hpp"
#include "crypto/random.hpp"
#include "crypto/sm3.hpp"
#include "files/durable_file.hpp"
#include "picture/dimensions.hpp"

namespace files {
namespace {

constexpr std::size_t piece_size = 1 << 20;

// Names come from requests: nothing but hexadecimal digits may become part of a path.
bool is_hexadecimal(std::string_view name, std::size_t length) {
    return name.size() == length &&
           std::ranges::all_of(name, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}
bool is_upload(std::string_view name) {
    return is_hexadecimal(name, 32);
}
bool is_hash(std::string_view name) {
    return is_hexadecimal(name, 64);
}

base::Error not_found() {
    return {"not_found", "没有这个文件"};
}

base::Result<void> write_whole(const std::filesystem::path& path, std::string_view bytes) {
    auto file = TRY(DurableFile::create(path));
    TRY(file.append(bytes));
    return file.finish();
}

struct Joined {
    crypto::Sm3 sm3;
    std::int64_t size = 0;
    std::string head;

    void add(std::string_view bytes) {
        sm3.update(bytes);
        size += static_cast<std::int64_t>(bytes.size());
        if (head.size() < picture::head_bytes) head += bytes.substr(0, picture::head_bytes - head.size());
    }
    ports::Blob blob() { return {.sm3 = sm3.finish(), .size = size, .head = std::move(head)}; }
};

base::Result<void> append_file(const std::filesystem::path& part, DurableFile& whole, Joined& joined) {
    std::ifstream in(part, std::ios::binary);
    if (!in) return base::fail("upload_incomplete", fmt::format("上传缺少第{}块", part.filename().string()));
    std::vector<char> piece(piece_size);
    while (in.read(piece.data(), static_cast<std::streamsize>(piece.size())), in.gcount() > 0) {
        const std::string_view bytes(piece.data(), static_cast<std::size_t>(in.gcount()));
        joined.add(bytes);
        TRY(whole.append(bytes));
    }
    return {};
}

}  // namespace

std::filesystem::path BlobStore::upload_folder(std::string_view upload) const {
    return folder_ / "uploads" / upload;
}

std::filesystem::path BlobStore::blob_path(std::string_view sm3) const {
    return folder_ / "blobs" / sm3.substr(0, 2) / sm3;
}

std::filesystem::path BlobStore::temporary_path() const {
    return folder_ / "uploads" / ("new-" + crypto::to_hex(crypto::random_bytes(16)));
}

base::Result<void> BlobStore::file_under(const std::filesystem::path& temporary, std::string_view sm3) const {
    const auto path = blob_path(sm3);
    std::error_code ignored;
    if (std::filesystem::exists(path)) {
        std::filesystem::remove(temporary, ignored);
        return {};
    }
    std::filesystem::create_directories(path.parent_path(), ignored);
    std::filesystem::permissions(temporary, std::filesystem::perms::owner_read, ignored);
    return rename_durably(temporary, path);
}

base::Result<std::string> BlobStore::put_chunk(std::string_view upload, std::int64_t k,
                                               std::string_view bytes) {
    if (!is_upload(upload) || k < 0) return base::fail(not_found());
    const auto folder = upload_folder(upload);
    std::error_code ignored;
    std::filesystem::create_directories(folder, ignored);
    // Under a name of its own first: a chunk cut in the middle never stands where a whole one is expected.
    const auto temporary = folder / ("new-" + crypto::to_hex(crypto::random_bytes(8)));
    TRY(write_whole(temporary, bytes));
    TRY(rename_durably(temporary, folder / std::to_string(k)));
    return crypto::sm3_hex(bytes);
}

base::Result<ports::Blob> BlobStore::assemble(std::string_view upload, std::int64_t chunks) {
    if (!is_upload(upload)) return base::fail(not_found());
    std::error_code ignored;
    std::filesystem::create_directories(folder_ / "uploads", ignored);
    const auto temporary = temporary_path();
    Joined joined;
    auto whole = TRY(DurableFile::create(temporary));
    for (std::int64_t k = 0; k < chunks; ++k) {
        const auto appended = append_file(upload_folder(upload) / std::to_string(k), whole, joined);
        if (appended) continue;
        std::filesystem::remove(temporary, ignored);
        return base::fail(appended.error());
    }
    TRY(whole.finish());
    auto blob = joined.blob();
    TRY(file_under(temporary, blob.sm3));
    return blob;
}

void BlobStore::drop_upload(std::string_view upload) {
    if (!is_upload(upload)) return;
    std::error_code ignored;
    std::filesystem::remove_all(upload_folder(upload), ignored);
}

base::Result<ports::Blob> BlobStore::put(std::string_view bytes) {
    std::error_code ignored;
    std::filesystem::create_directories(folder_ / "uploads", ignored);
    const auto temporary = temporary_path();
    Joined joined;
    joined.add(bytes);
    auto blob = joined.blob();
    if (!std::filesystem::exists(blob_path(blob.sm3))) {
        TRY(write_whole(temporary, bytes));
        TRY(file_under(temporary, blob.sm3));
    }
    return blob;
}

base::Result<std::string> BlobStore::read(std::string_view sm3) {
    const auto file = TRY(path(sm3));
    std::ifstream in(file, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
}

base::Result<std::filesystem::path> BlobStore::path(std::string_view sm3) {
    if (!is_hash(sm3) || !std::filesystem::exists(blob_path(sm3))) return base::fail(not_found());
    return blob_path(sm3);
}

}  // namespace files
