#include "docx/package.hpp"

#include <zip.h>

#include <memory>

namespace docx {

namespace {

struct Discard {
    void operator()(zip_t* zip) const { zip_discard(zip); }
};
struct FreeSource {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};

bool add(zip_t* zip, const std::string& name, const std::string& content) {
    zip_source_t* part = zip_source_buffer(zip, content.data(), content.size(), 0);
    if (!part) return false;
    const auto index = zip_file_add(zip, name.c_str(), part, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(part);
        return false;
    }
    constexpr zip_uint16_t no_time = 0, first_day = 0x21;
    return zip_file_set_dostime(zip, static_cast<zip_uint64_t>(index), no_time, first_day, 0) == 0;
}

}  // namespace

base::Result<std::string> zipped(const std::vector<std::pair<std::string, std::string>>& parts) {
    const auto failure = [] { return base::fail("docx_failed", "文书不能写成 DOCX"); };
    zip_error_t error{};
    const std::unique_ptr<zip_source_t, FreeSource> buffer(zip_source_buffer_create(nullptr, 0, 0, &error));
    if (!buffer) return failure();
    std::unique_ptr<zip_t, Discard> zip(zip_open_from_source(buffer.get(), ZIP_TRUNCATE, &error));
    if (!zip) return failure();
    zip_source_keep(buffer.get());
    for (const auto& [name, content] : parts)
        if (!add(zip.get(), name, content)) return failure();
    if (zip_close(zip.get()) != 0) return failure();
    static_cast<void>(zip.release());
    if (zip_source_open(buffer.get()) != 0) return failure();
    zip_source_seek(buffer.get(), 0, SEEK_END);
    std::string bytes(static_cast<std::size_t>(zip_source_tell(buffer.get())), '\0');
    zip_source_seek(buffer.get(), 0, SEEK_SET);
    const auto read = zip_source_read(buffer.get(), bytes.data(), bytes.size());
    zip_source_close(buffer.get());
    if (read != static_cast<zip_int64_t>(bytes.size())) return failure();
    return bytes;
}

}  // namespace docx
