#include "text_files/file_words.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "text_files/text_files.hpp"

namespace text_files {

base::Result<std::vector<std::string>> FileWords::read(std::string_view media_type,
                                                       std::string_view bytes) const {
    if (media_type == "image/heic")
        return base::fail("picture_kind", "HEIC 图片不作识别，请人工命名，或者转换为 JPEG 后另行上传");
    if (media_type.starts_with("image/")) return read_picture(bytes, rules_.read_pixels_max, programs_);
    if (media_type == "text/plain") return read_plain(bytes);
    if (media_type.ends_with("wordprocessingml.document")) return read_docx(bytes);
    if (media_type != "application/pdf") return base::fail("bad_kind", "这种文件不作识别，请人工命名");
    auto lines = TRY(read_pdf(bytes));
    if (std::ranges::all_of(lines, [](const std::string& line) { return base::is_blank(line); }))
        return read_scan(bytes, rules_.read_pixels_max, programs_);
    return lines;
}

}  // namespace text_files
