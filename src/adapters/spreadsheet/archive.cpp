#include "spreadsheet/archive.hpp"

#include <zip.h>

namespace spreadsheet {

namespace {

constexpr std::uint64_t unfolded_max = 64U << 20U;
constexpr std::uint64_t folding_max = 400;  // honest sheets fold about twenty to one

std::unexpected<base::Error> bad_spreadsheet(std::string message) {
    return base::fail("bad_spreadsheet", std::move(message));
}

std::unexpected<base::Error> zip_bomb() {
    return base::fail("zip_bomb", "压缩文件展开后过大，不予读取");
}

}  // namespace

void Archive::Close::operator()(zip* archive) const {
    zip_discard(archive);
}

base::Result<Archive> Archive::open(std::string_view bytes) {
    zip_error_t failure;
    zip_error_init(&failure);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &failure);
    zip_t* opened = source ? zip_open_from_source(source, ZIP_RDONLY, &failure) : nullptr;
    zip_error_fini(&failure);
    if (!opened) {
        zip_source_free(source);
        return bad_spreadsheet("不是有效的 xlsx 文件（无法打开压缩包）");
    }
    Archive archive(opened);
    const zip_int64_t count = zip_get_num_entries(opened, 0);
    if (count > static_cast<zip_int64_t>(parts_max)) return zip_bomb();
    std::uint64_t unfolded = 0;
    for (zip_int64_t i = 0; i < count; ++i) {
        zip_stat_t part;
        if (zip_stat_index(opened, static_cast<zip_uint64_t>(i), 0, &part) != 0 || !part.name)
            return bad_spreadsheet("xlsx 文件的目录有误");
        unfolded += part.size;
        const bool is_folded_too_far =
            part.size > (1U << 20U) && part.size / (part.comp_size + 1) > folding_max;
        if (part.size > part_bytes_max || unfolded > unfolded_max || is_folded_too_far) return zip_bomb();
        archive.names_.emplace_back(part.name);
    }
    return archive;
}

bool Archive::has(const std::string& name) const {
    return zip_name_locate(archive_.get(), name.c_str(), 0) >= 0;
}

base::Result<std::string> Archive::read(const std::string& name) {
    zip_stat_t part;
    if (zip_stat(archive_.get(), name.c_str(), 0, &part) != 0)
        return bad_spreadsheet("xlsx 文件缺少 " + name);
    if (part.size > part_bytes_max) return zip_bomb();
    zip_file_t* file = zip_fopen(archive_.get(), name.c_str(), 0);
    if (!file) return bad_spreadsheet("xlsx 文件的 " + name + " 已加密或者无法读取");
    std::string bytes(part.size + 1, '\0');
    std::uint64_t read = 0;
    while (read < bytes.size()) {
        const zip_int64_t got = zip_fread(file, bytes.data() + read, bytes.size() - read);
        if (got <= 0) {
            if (got < 0) read = bytes.size() + 1;
            break;
        }
        read += static_cast<std::uint64_t>(got);
    }
    zip_fclose(file);
    if (read != part.size) return bad_spreadsheet("xlsx 文件的 " + name + " 与目录记载的大小不符或者已损坏");
    bytes.resize(read);
    unfolded_ += read;
    if (unfolded_ > unfolded_max) return zip_bomb();
    return bytes;
}

base::Result<std::string> archive_of(const std::vector<std::pair<std::string, std::string>>& parts) {
    const auto failed = [] { return base::fail("internal_error", "不能写出 xlsx 文件"); };
    zip_source_t* whole = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    if (!whole) return failed();
    zip_source_keep(whole);
    zip_t* archive = zip_open_from_source(whole, ZIP_TRUNCATE, nullptr);
    if (!archive) {
        zip_source_free(whole);
        zip_source_free(whole);
        return failed();
    }
    constexpr time_t same_for_ever = 315'532'800 + 86'400;  // zip counts from 1980
    bool good = true;
    for (const auto& [name, bytes] : parts) {
        zip_source_t* part = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
        const zip_int64_t place = part ? zip_file_add(archive, name.c_str(), part, ZIP_FL_ENC_UTF_8) : -1;
        good = good && place >= 0 &&
               zip_file_set_mtime(archive, static_cast<zip_uint64_t>(place), same_for_ever, 0) == 0;
    }
    if (!good || zip_close(archive) != 0) {
        zip_discard(archive);
        zip_source_free(whole);
        return failed();
    }
    zip_stat_t stat;
    std::string bytes;
    if (zip_source_stat(whole, &stat) == 0 && zip_source_open(whole) == 0) {
        bytes.resize(stat.size);
        const zip_int64_t read = zip_source_read(whole, bytes.data(), bytes.size());
        zip_source_close(whole);
        good = read == static_cast<zip_int64_t>(bytes.size()) && !bytes.empty();
    }
    zip_source_free(whole);
    if (!good) return failed();
    return bytes;
}

}  // namespace spreadsheet
