#include "evidence/upload.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "documents/pages.hpp"
#include "evidence/media_type.hpp"
#include "naming/file_name.hpp"
#include "picture/limits.hpp"

namespace evidence {

namespace {

std::int64_t chunks_of(const ports::Upload& upload) {
    return (upload.size + upload.chunk_size - 1) / upload.chunk_size;
}

std::int64_t bytes_of_chunk(const ports::Upload& upload, std::int64_t k) {
    return std::min(upload.chunk_size, upload.size - k * upload.chunk_size);
}

bool is_sm3(std::string_view text) {
    return text.size() == 64 && std::ranges::all_of(text, [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
           });
}

std::string in_lower_case(std::string_view hexadecimal) {
    std::string lower(hexadecimal);
    for (char& c : lower)
        if (c >= 'A' && c <= 'F') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

base::Result<void> check_content(const ports::Upload& upload, const ports::Blob& blob,
                                 std::string_view type) {
    if (blob.size != upload.size)
        return base::fail("upload_incomplete", "收到的内容与声明的大小不符，请重新上传");
    if (!upload.declared_sm3.empty() && upload.declared_sm3 != blob.sm3)
        return base::fail("digest_differs", "收到的内容与声明的校验值（SM3）不符，请重新上传", {}, "sm3");
    if (type.empty())
        return base::fail(
            "unknown_media_type",
            "只接收图片、PDF、Word 文档（docx）、文本（txt）、录音、录像；按内容识别，不是这几类文件", {},
            "name");
    if (name_contradicts(upload.name, type))
        return base::fail("name_is_not_content", fmt::format("文件内容（{}）与文件名不符", type), {}, "name");
    return {};
}

}  // namespace

base::Result<ports::Upload> start_upload(const office::Office& office, const identity::Viewer& viewer,
                                         std::string_view case_no, std::string_view name, std::int64_t size,
                                         std::string_view declared_sm3) {
    if (!naming::is_file_name(name))
        return base::fail("bad_name", "文件名为空、过长或者含有不能使用的字符", {}, "name");
    if (size <= 0) return base::fail("file_empty", "文件是空的", {}, "size");
    if (size > file_bytes_max) return base::fail("file_too_large", "单个文件不能超过2 GiB", {}, "size");
    if (!declared_sm3.empty() && !is_sm3(declared_sm3))
        return base::fail("bad_digest", "校验值（SM3）应当是64位十六进制数字", {}, "sm3");
    TRY(office.ports.cases.projection(viewer, case_no));
    ports::Upload upload{.id = office.ports.random.id(),
                         .case_no = std::string(case_no),
                         .name = std::string(name),
                         .size = size,
                         .chunk_size = chunk_bytes,
                         .declared_sm3 = in_lower_case(declared_sm3),
                         .author = viewer.person,
                         .started_at = office.now(),
                         .received = {},
                         .evidence = {}};
    TRY(office.ports.evidence.create_upload(viewer, upload));
    return upload;
}

base::Result<ChunkReceipt> receive_chunk(const office::Office& office, const identity::Viewer& viewer,
                                         std::string_view id, std::int64_t k, std::string_view bytes) {
    const ports::Upload upload = TRY(office.ports.evidence.load_upload(viewer, id));
    if (!upload.evidence.empty()) return base::fail("upload_complete", "该文件已经上传完毕");
    if (k < 0 || k >= chunks_of(upload)) return base::fail("bad_chunk", "分块序号超出范围", {}, "k");
    if (static_cast<std::int64_t>(bytes.size()) != bytes_of_chunk(upload, k))
        return base::fail(
            "bad_chunk",
            fmt::format("第{}块应当是{}字节，收到{}字节", k, bytes_of_chunk(upload, k), bytes.size()), {},
            "k");
    ChunkReceipt receipt{.sm3 = TRY(office.ports.blobs.put_chunk(id, k, bytes)), .received = {}};
    TRY(office.ports.evidence.note_chunk(viewer, id, k));
    receipt.received = TRY(office.ports.evidence.load_upload(viewer, id)).received;
    return receipt;
}

base::Result<ports::Evidence> complete_upload(const office::Office& office, const identity::Viewer& viewer,
                                              std::string_view id) {
    const ports::Upload upload = TRY(office.ports.evidence.load_upload(viewer, id));
    if (!upload.evidence.empty()) return office.ports.evidence.load(viewer, upload.evidence);
    if (static_cast<std::int64_t>(upload.received.size()) != chunks_of(upload))
        return base::fail("upload_incomplete",
                          fmt::format("还有{}块没有收到",
                                      chunks_of(upload) - static_cast<std::int64_t>(upload.received.size())));
    const ports::Blob blob = TRY(office.ports.blobs.assemble(id, chunks_of(upload)));
    const std::string type = media_type_of(blob.head);
    TRY(check_content(upload, blob, type));
    if (type.starts_with("image/")) TRY(picture::check_size(blob.head, office.pictures));
    const ports::Evidence evidence{.id = office.ports.random.id(),
                                   .case_no = upload.case_no,
                                   .no = {},
                                   .name = upload.name,
                                   .type = type,
                                   .size = blob.size,
                                   .sm3 = blob.sm3,
                                   .added_by = viewer.person,
                                   .added_by_name = viewer.name,
                                   .added_at = office.now()};
    auto filed = TRY(office.ports.evidence.complete(viewer, id, evidence));
    office.ports.blobs.drop_upload(id);
    // What cannot be counted now is counted in the night; the file is kept either way.
    if (type == "application/pdf" && !filed.counted)
        if (auto counted = documents::count_pages(office, filed.sm3)) filed.counted = *std::move(counted);
    return filed;
}

}  // namespace evidence
