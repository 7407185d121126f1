#include <iconv.h>

#include <algorithm>

#include "base/text.hpp"
#include "text_files/limits.hpp"
#include "text_files/text_files.hpp"

namespace text_files {

namespace {

base::Result<std::string> from_gb18030(std::string_view bytes) {
    const auto failed = [] {
        return base::fail("bad_encoding", "文件不是 UTF-8，也不是 GB 18030 编码的文字");
    };
    const iconv_t converter = iconv_open("UTF-8", "GB18030");
    if (converter == reinterpret_cast<iconv_t>(-1)) return failed();
    std::string in(bytes), out(bytes.size() * 2 + 16, '\0');
    char* from = in.data();
    char* to = out.data();
    std::size_t left = in.size(), room = out.size();
    const std::size_t done = iconv(converter, &from, &left, &to, &room);
    iconv_close(converter);
    if (done == static_cast<std::size_t>(-1) || left > 0) return failed();
    out.resize(out.size() - room);
    return out;
}

}  // namespace

base::Result<std::vector<std::string>> read_plain(std::string_view bytes) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (bytes.starts_with(mark)) bytes.remove_prefix(mark.size());
    if (bytes.find('\0') != std::string_view::npos)
        return base::fail("bad_encoding", "文件不是文字（含有空字符）");
    const std::string text = base::is_valid_utf8(bytes) ? std::string(bytes) : TRY(from_gb18030(bytes));
    std::vector<std::string> paragraphs;
    for (std::size_t begin = 0; begin <= text.size() && paragraphs.size() <= paragraphs_max;) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        std::string line = text.substr(begin, end - begin);
        if (line.ends_with('\r')) line.pop_back();
        paragraphs.push_back(std::move(line));
        begin = end + 1;
    }
    return paragraphs;
}

}  // namespace text_files
